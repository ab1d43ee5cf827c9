/**
 * A time-stamping authority by RFC 3161: {@code POST} of an {@code application/timestamp-query}, answered by an
 * {@code application/timestamp-reply}. {@code eland.integration.tsa.base-url} switches simulator ↔ real; the real one is believed for
 * the certificate in {@code eland.integration.tsa.certificate}.
 */
package mn.eland.integration.tsa;
