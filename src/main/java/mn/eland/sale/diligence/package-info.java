/** What must be known of the buyer and the ownership before people are bound; all computed from data. */
@org.springframework.modulith.NamedInterface("diligence")
package mn.eland.sale.diligence;
