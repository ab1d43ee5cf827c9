package mn.eland.audit.sealing;

import java.util.ArrayList;
import java.util.List;

/** Paths of RFC 6962, sections 2.1.1 and 2.1.2, out of the roots of whole subtrees. */
public final class Proofs {

    private final Subtrees subtrees;

    Proofs(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** Gives the root over {@code 2^level} leaves, the so many-th of its kind; level 0 gives leaves. */
    interface Subtrees {
        byte[] root(int level, long index);
    }

    /** Leads from a leaf to the root over the first {@code size} leaves. */
    List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " is not among " + size);
        }
        var path = new ArrayList<byte[]>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = middle(from, to);
        if (leaf < middle) {
            inclusion(leaf, from, middle, path);
            path.add(root(middle, to));
        } else {
            inclusion(leaf, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /** Shows that the tree over {@code size} leaves only added to the one over the first {@code older}. */
    List<byte[]> consistency(long older, long size) {
        if (older < 1 || older > size) {
            throw new IllegalArgumentException("a tree of " + older + " leaves does not come before one of " + size);
        }
        var path = new ArrayList<byte[]>();
        consistency(older, 0, size, true, path);
        return path;
    }

    private void consistency(long older, long from, long to, boolean known, List<byte[]> path) {
        if (older == to) {
            if (!known) {
                path.add(root(from, to));
            }
            return;
        }
        long middle = middle(from, to);
        if (older <= middle) {
            consistency(older, from, middle, known, path);
            path.add(root(middle, to));
        } else {
            consistency(older, middle, to, false, path);
            path.add(root(from, middle));
        }
    }

    /** The frontier of the first {@code size} leaves. */
    Frontier frontier(long size) {
        var hashes = new ArrayList<byte[]>();
        long from = 0;
        for (long part = Long.highestOneBit(size); part > 0; part >>= 1) {
            if ((size & part) != 0) {
                hashes.add(root(from, from + part));
                from += part;
            }
        }
        return new Frontier(size, hashes);
    }

    byte[] root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return subtrees.root(level, from >> level);
        }
        long middle = middle(from, to);
        return Hashes.node(root(from, middle), root(middle, to));
    }

    /** Left of it stand as many leaves as the largest power of two below their number. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
