/**
 * Text messages to telephones by the operator CallPro (MessagePro): {@code GET /send} with the key of the firm in the header
 * {@code x-api-key}. {@code eland.integration.sms.base-url} switches simulator ↔ real.
 */
package mn.eland.integration.sms;
