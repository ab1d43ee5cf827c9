/**
 * Mail leaves by the framework's own sender ({@code spring.mail.*}); in the sandbox it is caught by the simulator and
 * can be read on its page, so that no mail reaches a real mailbox.
 */
package mn.eland.integration.mail;
