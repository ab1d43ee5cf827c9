/** What workflow needs from the modules above it: the facts of a case for the inbox, and the forms of user tasks. */
@org.springframework.modulith.NamedInterface("spi")
package mn.eland.workflow.spi;
