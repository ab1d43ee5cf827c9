/** A buyer and a seller agree on a property, from listing to keys. Door: {@link mn.eland.sale.Sales}. */
@org.springframework.modulith.ApplicationModule(displayName = "Sale", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "identity", "property", "contract", "payment", "notarization"})
package mn.eland.sale;
