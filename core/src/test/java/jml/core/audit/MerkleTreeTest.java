package jml.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jml.core.signing.Sha256;
import org.junit.jupiter.api.Test;

/// Vectors of transparency-dev/merkle, and RFC 6962's properties over every pair of small sizes.
class MerkleTreeTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void leavesAndNodesAreHashedApart() {
        assertThat(MerkleTree.leaf(utf8("L123456")).hex())
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        assertThat(Sha256.of(new byte[] {1}, utf8("N123"), utf8("N456")).hex())
                .isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
    }

    @Test
    void rootsAreThoseOfTheReference() {
        var tree = reference();

        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(tree.root(size).hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void inclusionProofsAreThoseOfTheReference() {
        assertThat(reference().inclusion(5, 8))
                .extracting(Sha256::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        ROOTS.get(4));
        assertThat(reference().inclusion(6, 7))
                .extracting(Sha256::hex)
                .containsExactly("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", ROOTS.get(4));
    }

    @Test
    void consistencyProofsAreThoseOfTheReference() {
        assertThat(reference().consistency(4, 8))
                .extracting(Sha256::hex)
                .containsExactly("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(reference().consistency(3, 7))
                .extracting(Sha256::hex)
                .containsExactly(
                        "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                        "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
                        ROOTS.get(2),
                        "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e");
    }

    @Test
    void everyListBeginsWithEveryShorterOne() {
        var tree = numbers(64);
        for (long size = 0; size <= 64; size++) {
            for (long earlier = 0; earlier <= size; earlier++) {
                var proof = tree.consistency(earlier, size);
                assertThat(MerkleProof.extendsTo(tree.root(earlier), earlier, tree.root(size), size, proof))
                        .as("%s to %s", earlier, size)
                        .isTrue();
                if (earlier > 0 && earlier < size) {
                    assertThat(MerkleProof.extendsTo(tree.root(earlier - 1), earlier, tree.root(size), size, proof))
                            .isFalse();
                    assertThat(MerkleProof.extendsTo(tree.root(earlier), earlier, tree.root(size - 1), size, proof))
                            .isFalse();
                    assertBrokenProofsFail(tree, earlier, size, proof);
                }
            }
        }
    }

    private static void assertBrokenProofsFail(MerkleTree tree, long earlier, long size, List<Sha256> proof) {
        var then = tree.root(earlier);
        var now = tree.root(size);
        for (int i = 0; i < proof.size(); i++) {
            var changed = new ArrayList<>(proof);
            changed.set(i, Sha256.ZERO);
            assertThat(MerkleProof.extendsTo(then, earlier, now, size, changed)).isFalse();
        }
        var longer = new ArrayList<>(proof);
        longer.add(Sha256.ZERO);
        assertThat(MerkleProof.extendsTo(then, earlier, now, size, longer)).isFalse();
        assertThat(MerkleProof.extendsTo(then, earlier, now, size, proof.subList(0, proof.size() - 1)))
                .isFalse();
    }

    @Test
    void everyValueIsProvenToBeWhereItIsAndNowhereElse() {
        var tree = numbers(64);
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                var proof = tree.inclusion(index, size);
                assertThat(MerkleProof.includes(tree.root(size), size, index, leaf(index), proof))
                        .as("%s of %s", index, size)
                        .isTrue();
                assertThat(MerkleProof.includes(tree.root(size), size, index, leaf(index + 1), proof))
                        .isFalse();
                if (size > 1) {
                    assertThat(MerkleProof.includes(tree.root(size), size, (index + 1) % size, leaf(index), proof))
                            .isFalse();
                    assertThat(MerkleProof.includes(
                                    tree.root(size), size, index, leaf(index), proof.subList(1, proof.size())))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void whatIsNotInTheListCannotBeAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> numbers(3).root(4));
        assertThatIllegalArgumentException().isThrownBy(() -> numbers(3).inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> numbers(3).consistency(4, 3));
    }

    private static MerkleTree reference() {
        var tree = new MerkleTree();
        LEAVES.forEach(hex -> tree.add(HexFormat.of().parseHex(hex)));
        return tree;
    }

    private static MerkleTree numbers(int size) {
        var tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.addLeaf(leaf(i));
        }
        return tree;
    }

    private static Sha256 leaf(int i) {
        return MerkleTree.leaf(utf8(String.valueOf(i)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
