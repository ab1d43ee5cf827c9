/** The outside world: one package per system, real adapter and simulator side by side. Nobody depends on it. */
@org.springframework.modulith.ApplicationModule(displayName = "Integration", allowedDependencies = {"identity::spi", "property::spi", "payment::spi", "notarization::spi"})
package mn.eland.integration;
