/** The door of the house: security chains, the acting person, locale, problem details, idempotency, rate limits, content policy. */
@org.springframework.modulith.ApplicationModule(displayName = "Edge", allowedDependencies = {"identity"})
package mn.eland.edge;
