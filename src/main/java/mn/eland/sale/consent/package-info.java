/** Whose consent a sale needs, how each is asked and answered, and what silence means (CC 16.2, 108, 126). */
package mn.eland.sale.consent;
