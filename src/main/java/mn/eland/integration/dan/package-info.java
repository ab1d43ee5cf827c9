/**
 * DAN, the state's sign-on of citizens (OAuth 2.0, authorization code). {@code eland.integration.dan.base-url} switches between
 * the simulator and {@code https://sso.gov.mn}. The protocol knows no PKCE: the code is bound to the client by its secret and to
 * the person by the state.
 */
package mn.eland.integration.dan;
