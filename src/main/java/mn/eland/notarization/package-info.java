/** A notary checks, certifies and numbers a contract. Door: {@link mn.eland.notarization.Notarizations}. */
@org.springframework.modulith.ApplicationModule(displayName = "Notarization", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "workflow::outage", "workflow::absence", "contract", "contract::spi", "contract::brought", "identity"})
package mn.eland.notarization;
