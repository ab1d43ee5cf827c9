package mn.eland.contract;

import java.io.InputStream;

/** Where files are kept, each under the hash of its content. Keeping the same content twice is harmless. */
interface ObjectStore {

    /** When it returns, the content is on the disk and survives a crash. */
    void keep(String sha256, byte[] content);

    InputStream open(String sha256);
}
