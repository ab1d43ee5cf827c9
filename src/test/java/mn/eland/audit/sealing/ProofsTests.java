package mn.eland.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roots and paths, held against the definitions of RFC 6962 written out once more, and against known roots. */
class ProofsTests {

    private static final HexFormat HEX = HexFormat.of();
    /** Leaves and roots that the certificate transparency logs are tested with. */
    private static final List<String> KNOWN_LEAVES = List.of("", "\u0000", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno");
    private static final List<String> KNOWN_ROOTS = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final int MOST = 70;

    @Test
    void rootsAreThoseThatOthersKnow() {
        var frontier = new Frontier(0, List.of());
        for (int n = 0; n < KNOWN_LEAVES.size(); n++) {
            frontier.add(Hashes.leaf(KNOWN_LEAVES.get(n)), (level, index, hash) -> { });
            assertThat(HEX.formatHex(frontier.root())).as("root over %d leaves", n + 1).isEqualTo(KNOWN_ROOTS.get(n));
        }
    }

    @Test
    void pathsAreThoseOfTheDefinition() {
        var leaves = leaves(MOST);
        var proofs = new Proofs((level, index) -> root(leaves.subList((int) (index << level), (int) ((index + 1) << level))));
        for (int size = 1; size <= MOST; size++) {
            var some = leaves.subList(0, size);
            assertThat(proofs.frontier(size).root()).as("root over %d", size).isEqualTo(root(some));
            for (int leaf = 0; leaf < size; leaf++) {
                assertThat(proofs.inclusion(leaf, size)).as("leaf %d of %d", leaf, size).containsExactlyElementsOf(path(leaf, some));
            }
            for (int older = 1; older <= size; older++) {
                assertThat(proofs.consistency(older, size)).as("%d in %d", older, size).containsExactlyElementsOf(subproof(older, some, true));
            }
        }
    }

    @Test
    void aFrontierTellsOfEachSubtreeOnce() {
        var leaves = leaves(MOST);
        var told = new ArrayList<String>();
        var frontier = new Frontier(0, List.of());
        for (var leaf : leaves) {
            frontier.add(leaf, (level, index, hash) -> {
                told.add(level + "/" + index);
                assertThat(hash).isEqualTo(root(leaves.subList((int) (index << level), (int) ((index + 1) << level))));
            });
        }

        assertThat(told).doesNotHaveDuplicates().hasSize(35 + 17 + 8 + 4 + 2 + 1);
    }

    private static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (int n = 0; n < count; n++) {
            leaves.add(Hashes.leaf("record " + n));
        }
        return leaves;
    }

    /** MTH of section 2.1. */
    private static byte[] root(List<byte[]> d) {
        if (d.size() == 1) {
            return d.get(0);
        }
        int k = split(d.size());
        return Hashes.node(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    /** PATH of section 2.1.1. */
    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = split(d.size());
        return m < k ? with(path(m, d.subList(0, k)), root(d.subList(k, d.size()))) : with(path(m - k, d.subList(k, d.size())), root(d.subList(0, k)));
    }

    /** SUBPROOF of section 2.1.2. */
    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        if (m == d.size()) {
            return b ? List.of() : List.of(root(d));
        }
        int k = split(d.size());
        return m <= k ? with(subproof(m, d.subList(0, k), b), root(d.subList(k, d.size())))
                : with(subproof(m - k, d.subList(k, d.size()), false), root(d.subList(0, k)));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> with(List<byte[]> path, byte[] last) {
        var longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
