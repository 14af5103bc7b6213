package jml.store.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import jml.core.fleet.Recent;
import jml.store.code.ByteReader;
import jml.store.code.ByteWriter;
import jml.store.code.Checked;
import jml.store.code.Lately;
import jml.store.code.Packed;
import jml.store.frame.FrameLog;
import org.jdbi.v3.core.Handle;

/// Strain of every slot at every instant, one byte each, for sparklines: kept beside the figures, because making it
/// again for 120 instants would read all of them. Safe on any thread.
public final class Strains {
    private static final int STRETCHES_KEPT = 4;

    /// Begins a body that is not packed; packed ones begin with their length, which is never nothing.
    private static final int PLAIN = 0;

    /// Unpacking costs most where it gains least.
    private static final int LEAST_GAIN = 3;

    private final FrameLog frames;
    private final Tiles tiles;
    private final Lately<Tiles.Place, List<Point>> lately = new Lately<>(STRETCHES_KEPT);

    /// @param bySlot [Recent]'s bytes
    public record Point(long at, byte[] bySlot) {
        /// Not a copy where rows stand in the order of their slots.
        ///
        /// @param slots of the rows, -1 for a row that was never recorded
        public byte[] inRowOrder(int[] slots) {
            if (bySlot.length == slots.length && inOrder(slots)) {
                return bySlot;
            }
            var byRow = new byte[slots.length];
            for (int row = 0; row < slots.length; row++) {
                byRow[row] = slots[row] < 0 || slots[row] >= bySlot.length ? Recent.GAP : bySlot[slots[row]];
            }
            return byRow;
        }

        private static boolean inOrder(int[] slots) {
            for (int row = 0; row < slots.length; row++) {
                if (slots[row] != row) {
                    return false;
                }
            }
            return true;
        }
    }

    public Strains(FrameLog frames, Tiles tiles) {
        this.frames = frames;
        this.tiles = tiles;
    }

    /// The part of a frame.
    ///
    /// @param byRow bytes of one instant
    /// @param slots of the rows
    public static byte[] frame(byte[] byRow, int[] slots) {
        var bySlot = new byte[Arrays.stream(slots).max().orElse(-1) + 1];
        Arrays.fill(bySlot, Recent.GAP);
        for (int row = 0; row < byRow.length; row++) {
            bySlot[slots[row]] = byRow[row];
        }
        return Packed.pack(bySlot);
    }

    /// The newest points up to an instant, oldest first.
    public List<Point> before(Handle db, long until, int most) {
        var newestFirst = new ArrayList<Point>(most);
        for (var part : frames.newestParts(db, FrameLog.STRAIN, until, most)) {
            newestFirst.add(new Point(part.at(), Packed.unpack(part.body())));
        }
        long cursor = newestFirst.isEmpty() ? until : newestFirst.getLast().at() - 1;
        while (newestFirst.size() < most) {
            var stretch = tiles.latest(db, cursor).orElse(null);
            if (stretch == null) {
                break;
            }
            var points = points(db, stretch);
            for (int i = points.size() - 1; i >= 0 && newestFirst.size() < most; i--) {
                if (points.get(i).at <= cursor) {
                    newestFirst.add(points.get(i));
                }
            }
            cursor = stretch.start() - 1;
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /// The points of the frames that become a stretch.
    byte[] sealed(Handle db, Stretch stretch) {
        var points = new ArrayList<Point>();
        for (var part : frames.newestParts(
                db, FrameLog.STRAIN, stretch.end(), stretch.heads().size())) {
            points.add(new Point(part.at(), Packed.unpack(part.body())));
        }
        Collections.reverse(points);
        return write(points);
    }

    List<Point> points(Handle db, Tiles.Place stretch) {
        var known = lately.get(stretch);
        if (known != null) {
            return known;
        }
        var body = tiles.body(db, stretch.tier(), stretch.start(), Tiles.STRAIN);
        List<Point> points = body.length == 0 ? List.of() : read(body);
        lately.put(stretch, points);
        return points;
    }

    static byte[] write(List<Point> points) {
        var out = new ByteWriter(1 << 16);
        out.unsigned(points.size());
        var before = new Point(0, new byte[0]);
        for (var point : points) {
            out.signed(point.at - before.at);
            // Steps from one instant to the next are mostly nothing, which packs well.
            var steps = point.bySlot.clone();
            for (int slot = 0; slot < Math.min(steps.length, before.bySlot.length); slot++) {
                steps[slot] -= before.bySlot[slot];
            }
            out.raw(steps);
            before = point;
        }
        var plain = out.toBytes();
        var packed = Packed.pack(plain);
        return packed.length <= plain.length / LEAST_GAIN ? packed : unpacked(plain);
    }

    private static byte[] unpacked(byte[] plain) {
        var out = new ByteWriter(plain.length + 16);
        out.bits8(PLAIN);
        out.append(plain, plain.length);
        return Checked.close(out.toBytes());
    }

    private static ByteReader plain(byte[] body) {
        Checked.open(body);
        return new ByteReader(body, 1);
    }

    static List<Point> read(byte[] body) {
        var in = body[0] == PLAIN ? plain(body) : new ByteReader(Packed.unpack(body));
        int size = in.size();
        var points = new ArrayList<Point>(size);
        var before = new Point(0, new byte[0]);
        for (int i = 0; i < size; i++) {
            long at = before.at + in.signed();
            var bytes = in.raw();
            for (int slot = 0; slot < Math.min(bytes.length, before.bySlot.length); slot++) {
                bytes[slot] += before.bySlot[slot];
            }
            before = new Point(at, bytes);
            points.add(before);
        }
        return points;
    }
}
