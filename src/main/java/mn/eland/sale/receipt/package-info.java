/** Receipts on paper for who paid into escrow and who was paid out of it, written when they are first asked for. */
package mn.eland.sale.receipt;
