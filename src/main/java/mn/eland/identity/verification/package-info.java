/**
 * Proving who a party is, once and again when time has passed: sign-on by the state, face, lists, owners, level of care, and what
 * somebody may do by it. Doors: {@link mn.eland.identity.verification.Verifications} for people,
 * {@link mn.eland.identity.verification.Permits} for cases that ask before an act.
 */
@org.springframework.modulith.NamedInterface("verification")
package mn.eland.identity.verification;
