package mn.eland.notification.spi;

/** An operator that delivers text messages to telephones in Mongolia. */
public interface TextMessages {

    /**
     * Hands a message over; sending it again sends a second one.
     *
     * @param phone eight digits
     */
    void send(String phone, String text);

    /** The operator did not take it. {@code away} when it did not answer at all. */
    final class NotTaken extends RuntimeException {

        private final boolean away;

        public NotTaken(String message, boolean away, Throwable cause) {
            super(message, cause);
            this.away = away;
        }

        public boolean isAway() {
            return away;
        }
    }
}
