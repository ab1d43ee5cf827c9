/**
 * A buyer and a seller agree on a property, from listing to keys. Door: {@link mn.eland.sale.Sales}. Knows every
 * capability and the notary's procedure, and carries the facts from one to the other.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Sale", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "workflow::trouble",
        "identity", "property", "contract", "contract::spi", "edge::web", "payment", "notarization"})
package mn.eland.sale;
