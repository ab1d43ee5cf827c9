/** Who is away and who does their tasks meanwhile. */
@org.springframework.modulith.NamedInterface("absence")
package mn.eland.workflow.absence;
