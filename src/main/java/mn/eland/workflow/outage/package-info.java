/** What asks outside systems in a rhythm, and the systems that keep failing. */
@org.springframework.modulith.NamedInterface("outage")
package mn.eland.workflow.outage;
