/**
 * The only module that knows the process engine: start a case, tell it what happened, decide by a table, read its
 * position, and the task inbox. Door: {@link mn.eland.workflow.Workflow}. Knows only the kernel and what a transaction has read.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Workflow", allowedDependencies = {"store::reading"})
package mn.eland.workflow;
