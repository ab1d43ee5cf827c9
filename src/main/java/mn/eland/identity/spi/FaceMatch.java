package mn.eland.identity.spi;

/** Compares two pictures of faces. */
public interface FaceMatch {

    /**
     * How much the two look like the same person, from 0 to 1; 0 also when a face cannot be found.
     *
     * @param card JPEG or PNG of the identity card @param taken the picture a person took of himself
     */
    double likeness(byte[] card, byte[] taken);

    /** No answer; the question may be repeated. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
