/** The account number each deal has of its own. */
package mn.eland.payment.account;
