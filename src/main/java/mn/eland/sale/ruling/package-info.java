/** Which rule decided in a sale, told to each of its people as far as it is theirs to know. */
package mn.eland.sale.ruling;
