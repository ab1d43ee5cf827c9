/** The embedded OpenID Connect issuer with its keys, clients and page, and the pages as its first client. */
package mn.eland.edge.signin;
