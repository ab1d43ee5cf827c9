/** The control page, on which a person plays the other side of every outside system. */
package mn.eland.integration.simulator.page;
