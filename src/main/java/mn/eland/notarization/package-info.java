/** A notary checks, certifies and numbers a contract. Door: {@link mn.eland.notarization.Notarizations}. */
@org.springframework.modulith.ApplicationModule(displayName = "Notarization", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "contract", "contract::spi", "identity"})
package mn.eland.notarization;
