/**
 * The door of the house: security chains, sign-in, the acting person, language, problem details, idempotency, rate limits,
 * content policy. What pages and calls of other modules may use of it stands in {@code edge.web}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Edge", allowedDependencies = {"identity", "identity::account", "identity::capacity", "identity::recovery", "identity::link", "store::person"})
package mn.eland.edge;
