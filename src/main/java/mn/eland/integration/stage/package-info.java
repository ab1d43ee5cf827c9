/** What all simulators share: switches, the log of exchanges, tokens. Knows nothing of any module. */
package mn.eland.integration.stage;
