/** What somebody may take of us in a while: what each request costs, and who has how much. */
package mn.eland.edge.limits;
