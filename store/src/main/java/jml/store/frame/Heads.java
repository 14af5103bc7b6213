package jml.store.frame;

import java.util.ArrayList;
import java.util.List;
import jml.store.code.ByteReader;
import jml.store.code.ByteWriter;
import jml.store.code.Packed;

/// The heads of consecutive instants, each told by what differs from the one before.
public final class Heads {
    private Heads() {}

    public static byte[] write(List<Head> heads) {
        var out = new ByteWriter(1024);
        out.unsigned(heads.size());
        Head before = null;
        for (var head : heads) {
            head.write(out, before);
            before = head;
        }
        return Packed.pack(out.toBytes());
    }

    public static List<Head> read(byte[] bytes) {
        var in = new ByteReader(Packed.unpack(bytes));
        int size = in.size();
        var heads = new ArrayList<Head>(size);
        Head before = null;
        for (int i = 0; i < size; i++) {
            before = Head.read(in, before);
            heads.add(before);
        }
        return heads;
    }
}
