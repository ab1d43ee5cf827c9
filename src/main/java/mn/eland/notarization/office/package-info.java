/** The notary's office: who is a notary and for which districts, when it is open, and which hours are taken. Below the acts. */
package mn.eland.notarization.office;
