/** Where payers and payees get their receipts. */
package mn.eland.sale.receipt.web;
