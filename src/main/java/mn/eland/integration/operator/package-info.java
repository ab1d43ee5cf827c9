/**
 * Telephone operators, asked with the protocol SIM Swap 2 of CAMARA, the open standard of operators (GSMA Open Gateway): OAuth 2
 * client credentials, then {@code POST /sim-swap/v2/retrieve-date}. {@code eland.integration.operator.base-url} switches simulator ↔
 * real; left empty, no operator is asked, because those of Mongolia do not offer it everywhere yet.
 */
package mn.eland.integration.operator;
