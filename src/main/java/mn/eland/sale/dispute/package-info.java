/**
 * The parties dispute a part of the money. The deal goes on, the sum stays apart until it is settled, awarded or no longer claimed;
 * the courts' and arbitrators' own ways are not played here, their last word is entered.
 */
package mn.eland.sale.dispute;
