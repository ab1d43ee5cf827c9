/** Tells people what happened, in the application and by mail. Only listens; nobody depends on it. */
@org.springframework.modulith.ApplicationModule(displayName = "Notification", allowedDependencies = {"edge::web", "identity", "identity::account", "identity::capacity", "identity::recovery", "identity::link", "identity::verification", "sale", "payment", "contract", "property", "notarization", "notarization::session", "workflow",
        "workflow::escalation", "workflow::outage", "store::vault", "store::person", "person::payout", "person::support"})
package mn.eland.notification;
