/** Shows work across modules: home, my deals, the task inbox and the task page. Nobody depends on it. */
@org.springframework.modulith.ApplicationModule(displayName = "Desk", allowedDependencies = {"edge::web", "workflow", "workflow::spi", "workflow::trouble", "workflow::outage", "workflow::absence",
        "workflow::escalation", "identity", "identity::verification", "identity::passport", "identity::screening", "identity::spi", "sale", "sale::ruling", "sale::diligence", "property", "edge::web", "contract::archive"})
package mn.eland.desk;
