/** The list of stolen passwords on the simulator port: a few that everybody knows, among many that nobody has. */
package mn.eland.integration.pwned.simulator;
