/** What the parts of a sale may ask of the whole: the facts of the deal, and a line in its file. */
package mn.eland.sale.deal;
