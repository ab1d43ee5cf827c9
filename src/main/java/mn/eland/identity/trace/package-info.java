/** What people leave behind that can tie them to each other: contact data, accounts, browsers, addresses on the network. */
package mn.eland.identity.trace;
