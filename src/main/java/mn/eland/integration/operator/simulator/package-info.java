/** A telephone operator on the simulator port; cards are changed on its page of text messages. */
package mn.eland.integration.operator.simulator;
