/**
 * Accounts of the embedded issuer: how one is opened, confirmed, guarded against guessing, recovered and closed. What a
 * person signs in with is kept as a keyed hash only.
 */
@org.springframework.modulith.NamedInterface("account")
package mn.eland.identity.account;
