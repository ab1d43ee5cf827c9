/**
 * The registrar's counter of the state registration office. No public interface for filing a transfer exists, so this
 * is modelled as what is known of the procedure: an application is filed once, answered later, and may be refused with
 * a reason. {@code eland.integration.registry.base-url} names the office's interface or the simulator.
 */
package mn.eland.integration.registry;
