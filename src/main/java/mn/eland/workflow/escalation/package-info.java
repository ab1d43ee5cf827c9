/** Tasks of groups that nobody did in time, and who is told of them. */
@org.springframework.modulith.NamedInterface("escalation")
package mn.eland.workflow.escalation;
