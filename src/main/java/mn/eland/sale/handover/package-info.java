/**
 * What is left of a sale after its keys: the terms in which the buyer may complain of defects (CC 255). A watch over them is a
 * matter with a number of its own, so that a sale that is complete stays complete.
 */
package mn.eland.sale.handover;
