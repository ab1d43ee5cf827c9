/** The page and the calls of {@code notification}. */
package mn.eland.notification.web;
