/** The other side of the registrar's counter. */
package mn.eland.integration.registry.simulator;
