/** A mail server that keeps what it is given and delivers nothing. */
package mn.eland.integration.mail.simulator;
