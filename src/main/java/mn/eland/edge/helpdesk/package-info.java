/** The pages on which operators and administrators help people with their accounts. */
package mn.eland.edge.helpdesk;
