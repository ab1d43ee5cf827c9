/** Texts with blanks: draft, PDF, acceptance, archive, verification. Door: {@link mn.eland.contract.Contracts}. */
@org.springframework.modulith.ApplicationModule(displayName = "Contract", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "workflow::ended", "workflow::outage", "store::reading", "store::vault", "store::person"})
package mn.eland.contract;
