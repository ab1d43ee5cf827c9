/** A person changes the account the platform pays into: a cooling time, a notice on the old channel, a second person. */
@org.springframework.modulith.NamedInterface("payout")
package mn.eland.person.payout;
