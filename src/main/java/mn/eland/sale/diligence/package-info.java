/** What must be known of the buyer, the ownership and the risk before people are bound; all computed from data. */
package mn.eland.sale.diligence;
