/**
 * A service that searches the world's lists of sanctions and of politically exposed people. No vendor is chosen yet: the protocol
 * is a plain one of our own, JSON over HTTP with a bearer key. {@code eland.integration.screening.base-url} switches.
 */
package mn.eland.integration.screening;
