/** Escrow and the ledger: collections, releases, refunds. Door: {@link mn.eland.payment.Payments}. */
@org.springframework.modulith.ApplicationModule(displayName = "Payment", allowedDependencies = {"workflow", "workflow::spi"})
package mn.eland.payment;
