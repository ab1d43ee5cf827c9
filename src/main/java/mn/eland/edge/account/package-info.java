/** The pages and calls on which people open an account, recover it and look after it. */
package mn.eland.edge.account;
