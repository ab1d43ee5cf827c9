/** To which account people are paid: who holds it, from when on it holds, and when nothing is paid meanwhile. */
@org.springframework.modulith.NamedInterface("payout")
package mn.eland.payment.payout;
