/** A national root and its time-stamping unit on the simulator port. */
package mn.eland.integration.tsa.simulator;
