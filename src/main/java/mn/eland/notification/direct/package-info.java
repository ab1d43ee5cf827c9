/** Letters and text messages to addresses: of people who have no account yet, and with secrets that the bell must not show. */
package mn.eland.notification.direct;
