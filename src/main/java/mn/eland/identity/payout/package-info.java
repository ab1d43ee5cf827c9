/** The account of a person, and what speaks for or against the person's being the one who acts. */
@org.springframework.modulith.NamedInterface("payout")
package mn.eland.identity.payout;
