/** The contracts of a sale: their facts are gathered here and the texts are written by module {@code contract}. */
package mn.eland.sale.papers;
