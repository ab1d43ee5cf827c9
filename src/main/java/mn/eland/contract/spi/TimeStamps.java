package mn.eland.contract.spi;

import java.util.List;

/** An authority that says when something existed (RFC 3161), and what is to be believed of it. */
public interface TimeStamps {

    /**
     * The reply to a request, both as DER. Whether it answers the request is for the caller to check.
     *
     * @throws Unavailable when the authority did not answer
     */
    byte[] stamp(byte[] request);

    /** Certificates (DER) whose time stamps are believed. @throws Unavailable */
    List<byte[]> roots();

    /** Lists (DER) of the certificates that these roots took back; may be some minutes old. @throws Unavailable */
    List<byte[]> revocationLists();

    /** No answer, or none that can be used. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
