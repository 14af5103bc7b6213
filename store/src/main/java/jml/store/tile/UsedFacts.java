package jml.store.tile;

import java.util.BitSet;
import jml.store.code.ByteReader;
import jml.store.code.ByteWriter;
import jml.store.code.Packed;
import jml.store.frame.Head;

/// The facts a stretch refers to, written beside it, so that finding those nobody needs reads no tiles.
public final class UsedFacts {
    private final BitSet numbers = new BitSet();

    public void add(Head head) {
        add(head.order());
        addAll(head.environments());
        addAll(head.alerts());
        addAll(head.sources());
        addAll(head.unmatched());
    }

    public void addAll(long[] facts) {
        for (long fact : facts) {
            add(fact);
        }
    }

    public void add(long fact) {
        numbers.set(Math.toIntExact(fact));
    }

    void addRuns(long[][] runs) {
        for (var run : runs) {
            addAll(run);
        }
    }

    public boolean has(long fact) {
        return numbers.get(Math.toIntExact(fact));
    }

    byte[] bytes() {
        var out = new ByteWriter(numbers.cardinality() + 16);
        out.unsigned(numbers.cardinality());
        int before = 0;
        for (int fact = numbers.nextSetBit(0); fact >= 0; fact = numbers.nextSetBit(fact + 1)) {
            out.unsigned(fact - before);
            before = fact;
        }
        return Packed.pack(out.toBytes());
    }

    void addBytes(byte[] bytes) {
        var in = new ByteReader(Packed.unpack(bytes));
        int size = in.size();
        int fact = 0;
        for (int i = 0; i < size; i++) {
            fact += in.size();
            numbers.set(fact);
        }
    }
}
