/** Pure computing: from all that was found of a sale to the signals of its risk and the graph of its ties. */
package mn.eland.sale.risk.finding;
