/** The tax on the price when the seller pays it without the escrow: the choice, the receipt and who checks it. */
package mn.eland.sale.tax;
