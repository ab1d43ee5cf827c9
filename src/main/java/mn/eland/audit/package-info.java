/**
 * What was done, by whom, provable later to somebody who does not trust us. Door: {@link mn.eland.audit.AuditTrail}. Acts come in
 * by themselves: requests at the edge, events of all modules as they are published. Knows no business.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Audit", allowedDependencies = {"edge::web", "identity"})
package mn.eland.audit;
