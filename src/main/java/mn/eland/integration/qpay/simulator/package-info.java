/** The other side of the QPay merchant interface, version 2: same paths, fields, oddities and errors. */
package mn.eland.integration.qpay.simulator;
