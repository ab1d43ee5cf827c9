/** Plays the search in lists: a few invented people, and whom the control calls add. */
package mn.eland.integration.screening.simulator;
