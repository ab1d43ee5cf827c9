/** A statement of the escrow account as a file that somebody has brought from the bank. Known only inside {@code payment}. */
package mn.eland.payment.statement;
