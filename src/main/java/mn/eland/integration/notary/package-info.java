/**
 * The state's record of notarial entries: written by a service of the data exchange, found by the 12-character code that
 * the Chamber of Notaries prints on the deed. {@code eland.integration.notary.base-url} is where codes are looked up.
 */
package mn.eland.integration.notary;
