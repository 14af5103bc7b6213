package jml.core.audit;

import java.util.List;
import jml.core.signing.Sha256;

/// Checks the proofs of a [MerkleTree] with nothing but roots: RFC 9162, 2.1.3.2 and 2.1.4.2, which check those of
/// RFC 6962.
public final class MerkleProof {
    private MerkleProof() {}

    /// Whether value number `index` of the list of `size` values with this root has this leaf hash.
    public static boolean includes(Sha256 root, long size, long index, Sha256 leaf, List<Sha256> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leaf;
        for (var beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// Whether the list of `size` values with root `now` begins with the list of `earlier` values with root `then`.
    public static boolean extendsTo(Sha256 then, long earlier, Sha256 now, long size, List<Sha256> path) {
        if (earlier < 0 || earlier > size) {
            return false;
        }
        if (earlier == size) {
            return path.isEmpty() && then.equals(now);
        }
        if (earlier == 0) {
            return path.isEmpty() && then.equals(Sha256.of());
        }
        boolean whole = Long.bitCount(earlier) == 1;
        if (!whole && path.isEmpty()) {
            return false;
        }
        int up = Long.numberOfTrailingZeros(earlier);
        long node = (earlier - 1) >> up;
        long last = (size - 1) >> up;
        var before = whole ? then : path.getFirst();
        return climb(then, now, node, last, before, whole ? path : path.subList(1, path.size()));
    }

    private static boolean climb(
            Sha256 then, Sha256 now, long firstNode, long firstLast, Sha256 start, List<Sha256> path) {
        long node = firstNode;
        long last = firstLast;
        var before = start;
        var after = start;
        for (var beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = MerkleTree.node(beside, before);
                after = MerkleTree.node(beside, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = MerkleTree.node(after, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(then) && after.equals(now);
    }
}
