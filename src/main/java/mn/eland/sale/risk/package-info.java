/** What speaks against a sale: signals with their evidence, every assessment kept as it was seen, for compliance only. */
package mn.eland.sale.risk;
