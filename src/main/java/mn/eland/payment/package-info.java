/** Escrow and the ledger: collections, releases, refunds. Door: {@link mn.eland.payment.Payments}. */
@org.springframework.modulith.ApplicationModule(displayName = "Payment", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "workflow::outage", "store::vault", "store::reading", "store::person"})
package mn.eland.payment;
