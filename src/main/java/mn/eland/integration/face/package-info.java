/**
 * Comparison of faces. No vendor is chosen yet: the protocol is a plain one of our own, JSON over HTTP with a bearer key, which a
 * small gateway in front of any vendor can speak. {@code eland.integration.face.base-url} switches.
 */
package mn.eland.integration.face;
