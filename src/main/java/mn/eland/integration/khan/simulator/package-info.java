/** The other side of the Khan Bank corporate gateway: accounts, names of any bank's accounts, statements, transfers. */
package mn.eland.integration.khan.simulator;
