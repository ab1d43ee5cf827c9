/**
 * Keycloak as the issuer, {@code eland.identity=keycloak}: the pages as its client, the API as a reader of its tokens, and the
 * person behind them in the books of ELAND. The embedded issuer is not there then. Its realm lies in {@code deploy/keycloak}.
 */
package mn.eland.edge.keycloak;
