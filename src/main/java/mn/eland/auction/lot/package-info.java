/** A lot on its way: offered, published, decided at the hammer, handed over to a sale. */
@org.springframework.modulith.NamedInterface("lot")
package mn.eland.auction.lot;
