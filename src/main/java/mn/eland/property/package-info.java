/** The register of properties: title, burdens, owners, listings, reservations, filings. Door: {@link mn.eland.property.PropertyRegister}. */
@org.springframework.modulith.ApplicationModule(displayName = "Property", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "workflow::outage", "store::vault", "store::reading"})
package mn.eland.property;
