/** Tells people what happened, in the application and by mail. Only listens; nobody depends on it. */
@org.springframework.modulith.ApplicationModule(displayName = "Notification", allowedDependencies = {"edge::web", "identity", "sale", "payment", "contract", "property", "notarization", "workflow",
        "workflow::escalation"})
package mn.eland.notification;
