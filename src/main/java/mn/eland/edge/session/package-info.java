/** Where people are signed in: the sessions of the pages, the devices they belong to, and how they end. */
package mn.eland.edge.session;
