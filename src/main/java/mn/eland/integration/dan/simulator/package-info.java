/** Plays DAN: a page on which anybody of the civil register signs in, and the calls of the protocol. */
package mn.eland.integration.dan.simulator;
