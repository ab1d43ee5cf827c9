/**
 * A buyer and a seller agree on a property, from listing to keys. Door: {@link mn.eland.sale.Sales}. Knows every
 * capability and the notary's procedure, and carries the facts from one to the other.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Sale", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "workflow::trouble",
        "identity", "identity::spi", "identity::verification", "property", "property::price", "contract", "contract::spi", "contract::brought", "payment", "payment::spi", "payment::dispute", "notarization", "notarization::session", "store::vault", "store::reading", "store::person"})
package mn.eland.sale;
