/** Both parties agree to end a sale before the title passes, and on what becomes of the deposit (9A.13, row 8; CC 225). */
package mn.eland.sale.rescission;
