/** When somebody proved who he is, and how he proves it once more. */
package mn.eland.edge.fresh;
