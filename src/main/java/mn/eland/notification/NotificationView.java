package mn.eland.notification;

import java.time.Instant;

/**
 * What somebody was told.
 *
 * @param kind name of the message, stable
 * @param link page of the application to go to
 */
public record NotificationView(long id, String caseRef, String kind, String title, String text, String link, Instant at, boolean read) {
}
