/** Signing in by the link of a letter: its page, and its place in the chain of the embedded issuer. */
package mn.eland.edge.link;
