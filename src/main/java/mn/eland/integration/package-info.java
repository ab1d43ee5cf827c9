/**
 * The outside world: one package per system, real adapter and simulator side by side. Nobody depends on it; it depends
 * on the ports of the modules that need an outside system.
 *
 * <p>{@code http} is the one way out, {@code stage} what all simulators share, {@code simulator} the server that runs
 * them on a port of their own and the page on which a person plays the other side.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Integration", allowedDependencies = {"identity::spi", "property::spi", "payment::spi", "notarization::spi", "notification::spi", "person::spi", "contract::spi"})
package mn.eland.integration;
