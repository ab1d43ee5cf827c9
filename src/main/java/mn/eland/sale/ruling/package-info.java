/** Which rule decided in a sale, told to each of its people as far as it is theirs to know. */
@org.springframework.modulith.NamedInterface("ruling")
package mn.eland.sale.ruling;
