/** How the calls under {@code /api} are described to those who program against them. */
package mn.eland.edge.openapi;
