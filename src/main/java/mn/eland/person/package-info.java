/**
 * What people decide about themselves: to which account they are paid, what they agree to, what they take along and what is to be
 * forgotten. Carries it to the modules that keep it. Door for accounts: {@link mn.eland.person.payout.PayoutAccounts}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Person", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "store::vault", "store::person", "audit",
        "identity", "identity::payout", "identity::recovery", "payment::payout"})
package mn.eland.person;
