/** The other side of the state's data exchange: civil register, property register, cadastre, entries of notaries. */
package mn.eland.integration.xyp.simulator;
