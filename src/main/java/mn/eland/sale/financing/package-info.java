/** Banks in a sale: the loan that pays for the property, and the loan that is paid off by it. */
package mn.eland.sale.financing;
