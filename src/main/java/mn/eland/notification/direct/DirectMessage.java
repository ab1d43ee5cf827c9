package mn.eland.notification.direct;

import java.time.Instant;
import java.util.Map;

/**
 * One message to one address.
 *
 * @param message key {@code direct.<message>}, and {@code direct.<message>.title} for letters
 * @param link    page of the application to go to
 */
record DirectMessage(Channel channel, String address, String language, String message, Map<String, String> arguments, String link, Instant uselessAt) {

    enum Channel { MAIL, SMS }

    @Override
    public String toString() {
        return "DirectMessage[" + channel + " " + message + "]";
    }
}
