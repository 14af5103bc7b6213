package jml.core.audit;

import java.util.ArrayList;
import java.util.List;
import jml.core.signing.Sha256;

/// The hash tree of RFC 6962 over a list that only grows. Adding and asking take steps in the order of the logarithm of
/// its size. Belongs to one thread.
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    // complete.get(k).get(i) is the root of the leaves i * 2^k to (i + 1) * 2^k - 1
    private final List<List<Sha256>> complete = new ArrayList<>();

    public static Sha256 leaf(byte[] value) {
        return Sha256.of(LEAF, value);
    }

    static Sha256 node(Sha256 left, Sha256 right) {
        return Sha256.of(NODE, left.bytes(), right.bytes());
    }

    public void add(byte[] value) {
        addLeaf(leaf(value));
    }

    /// @param leaf as [#leaf(byte[])] gives it
    public void addLeaf(Sha256 leaf) {
        var hash = leaf;
        for (int level = 0; ; level++) {
            if (level == complete.size()) {
                complete.add(new ArrayList<>());
            }
            var row = complete.get(level);
            row.add(hash);
            if (row.size() % 2 == 1) {
                return;
            }
            hash = node(row.get(row.size() - 2), row.getLast());
        }
    }

    public long size() {
        return complete.isEmpty() ? 0 : complete.getFirst().size();
    }

    public Sha256 root() {
        return root(size());
    }

    /// The root when the list had its first `size` values.
    public Sha256 root(long size) {
        within(size, size());
        return size == 0 ? Sha256.of() : root(0, size);
    }

    /// What proves that value `index` is in the list of the first `size`: see [MerkleProof#includes].
    public List<Sha256> inclusion(long index, long size) {
        within(size, size());
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no value " + index + " in a list of " + size);
        }
        var path = new ArrayList<Sha256>();
        inclusion(0, size, index, path);
        return path;
    }

    /// What proves that the list of `size` begins with the one of `earlier`: see [MerkleProof#extendsTo].
    public List<Sha256> consistency(long earlier, long size) {
        within(size, size());
        within(earlier, size);
        var path = new ArrayList<Sha256>();
        if (earlier > 0 && earlier < size) {
            consistency(0, size, earlier, true, path);
        }
        return path;
    }

    private void inclusion(long start, long size, long index, List<Sha256> path) {
        if (size == 1) {
            return;
        }
        long left = split(size);
        if (index < left) {
            inclusion(start, left, index, path);
            path.add(root(start + left, size - left));
        } else {
            inclusion(start + left, size - left, index - left, path);
            path.add(root(start, left));
        }
    }

    private void consistency(long start, long size, long earlier, boolean known, List<Sha256> path) {
        if (earlier == size) {
            if (!known) {
                path.add(root(start, size));
            }
            return;
        }
        long left = split(size);
        if (earlier <= left) {
            consistency(start, left, earlier, known, path);
            path.add(root(start + left, size - left));
        } else {
            consistency(start + left, size - left, earlier - left, false, path);
            path.add(root(start, left));
        }
    }

    private Sha256 root(long start, long size) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return complete.get(level).get(Math.toIntExact(start >> level));
        }
        long left = split(size);
        return node(root(start, left), root(start + left, size - left));
    }

    // The largest power of two below.
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static void within(long size, long most) {
        if (size < 0 || size > most) {
            throw new IllegalArgumentException("no list of " + size + " in one of " + most);
        }
    }
}
