/** What must be known of the buyer and the ownership before people are bound; all computed from data. */
package mn.eland.sale.diligence;
