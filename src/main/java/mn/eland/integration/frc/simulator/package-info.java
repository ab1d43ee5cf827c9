/** The Commission's register of agents on the simulator port. */
package mn.eland.integration.frc.simulator;
