/** The books: double entry, append-only, kept by the database itself. Known only inside {@code payment}. */
package mn.eland.payment.ledger;
