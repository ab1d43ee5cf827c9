/** How a letter looks and leaves. */
package mn.eland.notification.letter;
