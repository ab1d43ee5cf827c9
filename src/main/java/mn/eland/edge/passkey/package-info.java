/** Passkeys (WebAuthn): keys of a person's own devices that sign in without a password. */
package mn.eland.edge.passkey;
