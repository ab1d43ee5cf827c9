/** The nightly look at the register while a deal is under way, and what follows when a burden has come upon the property. */
package mn.eland.sale.burden;
