/** The other side of the register of deeds: look a deed up by its code or by its entry. */
package mn.eland.integration.notary.simulator;
