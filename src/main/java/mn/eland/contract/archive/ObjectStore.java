package mn.eland.contract.archive;

import java.io.InputStream;

/** Where files are kept, each under the hash of its content. Keeping the same content twice is harmless. */
public interface ObjectStore {

    /** When it returns, the content is on the disk and survives a crash. @throws Unavailable */
    void keep(String sha256, byte[] content);

    /** @throws Missing @throws Unavailable @throws IllegalStateException when what lies there is not what was kept */
    InputStream open(String sha256);

    /** Takes a file away for good; harmless when it is not there. @throws Unavailable */
    void remove(String sha256);

    /** Nothing lies under this hash. */
    final class Missing extends RuntimeException {
        public Missing(String sha256) {
            super("there is no file " + sha256);
        }
    }

    /** The store gives no answer; it says nothing about the file. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
