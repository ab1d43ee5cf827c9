/**
 * Reports to the financial intelligence unit. A report is a matter with a number of its own, so that nothing of it stands
 * in the sale it is about: whoever takes part must not learn of it (AML 13).
 */
package mn.eland.sale.suspicion;
