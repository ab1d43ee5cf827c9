/** Escrow and the ledger: collections, releases, refunds. Door: {@link mn.eland.payment.Payments}. */
@org.springframework.modulith.ApplicationModule(displayName = "Payment", allowedDependencies = {"edge::web", "workflow", "workflow::spi"})
package mn.eland.payment;
