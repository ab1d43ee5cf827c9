/**
 * A list of stolen passwords with the k-anonymity protocol of Pwned Passwords: {@code GET /range/{first five digits of the
 * SHA-1}} answers all endings with their counts, padded. {@code eland.integration.pwned.base-url} switches simulator ↔ real.
 */
package mn.eland.integration.pwned;
