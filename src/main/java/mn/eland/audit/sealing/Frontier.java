package mn.eland.audit.sealing;

import java.util.ArrayList;
import java.util.List;

/** The roots of the whole subtrees that so many leaves make, largest first: all that the next leaf has to know of those before it. */
public final class Frontier {

    private final List<byte[]> hashes;
    private long size;

    Frontier(long size, List<byte[]> hashes) {
        if (Long.bitCount(size) != hashes.size()) {
            throw new IllegalArgumentException(size + " leaves do not make " + hashes.size() + " subtrees");
        }
        this.size = size;
        this.hashes = new ArrayList<>(hashes);
    }

    /** Takes the next leaf and tells of every subtree that becomes whole with it. */
    void add(byte[] leaf, Whole whole) {
        var hash = leaf;
        int level = 0;
        for (long merged = size; (merged & 1) == 1; merged >>= 1) {
            hash = Hashes.node(hashes.remove(hashes.size() - 1), hash);
            level++;
            whole.subtree(level, size >> level, hash);
        }
        hashes.add(hash);
        size++;
    }

    byte[] root() {
        if (hashes.isEmpty()) {
            return Hashes.sha256().digest();
        }
        var root = hashes.get(hashes.size() - 1);
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = Hashes.node(hashes.get(i), root);
        }
        return root;
    }

    public List<byte[]> hashes() {
        return List.copyOf(hashes);
    }

    public long size() {
        return size;
    }

    /** Hears of a subtree over {@code 2^level} leaves, the so many-th of its kind. */
    interface Whole {
        void subtree(int level, long index, byte[] hash);
    }
}
