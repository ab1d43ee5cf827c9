/** The sales that the sandbox begins with. */
package mn.eland.sale.seed;
