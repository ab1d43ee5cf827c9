/** The operator's counter on the simulator port: takes messages, and keeps them for whoever plays the person with the telephone. */
package mn.eland.integration.sms.simulator;
