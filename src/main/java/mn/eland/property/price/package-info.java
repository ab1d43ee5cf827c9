/** The price that a listing asks, its history and what of it was approved. For the case that decides who may change it. */
@org.springframework.modulith.NamedInterface("price")
package mn.eland.property.price;
