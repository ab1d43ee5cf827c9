/** What goes wrong while a case runs: steps that failed, and having them tried again. */
@org.springframework.modulith.NamedInterface("trouble")
package mn.eland.workflow.trouble;
