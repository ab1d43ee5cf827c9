/**
 * Khan Bank's corporate gateway, where the escrow account is kept. {@code eland.integration.khan.base-url} switches
 * between the simulator and {@code https://api.khanbank.com}.
 */
package mn.eland.integration.khan;
