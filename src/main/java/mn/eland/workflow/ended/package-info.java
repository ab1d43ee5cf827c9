/** Which cases are over, for what happens after them. */
@org.springframework.modulith.NamedInterface("ended")
package mn.eland.workflow.ended;
