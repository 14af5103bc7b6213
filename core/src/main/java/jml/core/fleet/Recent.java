package jml.core.fleet;

import java.time.Instant;

/// How near each model was to its limits over the last instants: what row sparklines draw.
///
/// The measure is strain: the largest part of any objective's allowance in use, 1 at the line
/// (value ÷ line for an upper line, (1 − value) ÷ (1 − line) for a lower line on a ratio). One byte a point,
/// since a sparkline is 20 px high.
public final class Recent {
    /// Points kept.
    public static final int LENGTH = 120;

    /// Strain at and above which points are drawn at the top.
    public static final double TOP = 3.4;

    /// Stored byte of an instant without a value.
    public static final byte GAP = (byte) 255;

    private final Instant last;
    private final byte[][] points;

    /// @param last instant of the newest point
    /// @param points oldest first, each one byte a row of the roster: 0..254 for 0..TOP, or [#GAP]; not copied
    public Recent(Instant last, byte[][] points) {
        this.last = last;
        this.points = points;
    }

    public static Recent none(Instant at) {
        return new Recent(at, new byte[0][]);
    }

    public Instant last() {
        return last;
    }

    public int length() {
        return points.length;
    }

    /// Strain of a row at a point, oldest first; NaN for a gap or a row that did not exist then.
    public double strain(int row, int point) {
        var at = points[point];
        if (row >= at.length || at[row] == GAP) {
            return Double.NaN;
        }
        return (at[row] & 0xff) * TOP / 254;
    }

    /// The same with one point more and the oldest forgotten; rows follow the snapshot's roster.
    ///
    /// @param before the roster this one's rows follow
    public Recent with(FleetSnapshot snapshot, Roster before) {
        int kept = Math.min(points.length, LENGTH - 1);
        var next = new byte[kept + 1][];
        var sources = before.sameRows(snapshot.roster()) ? null : sources(before, snapshot.roster());
        for (int i = 0; i < kept; i++) {
            var point = points[points.length - kept + i];
            next[i] = sources == null ? point : moved(point, sources);
        }
        next[kept] = Strain.encoded(snapshot);
        return new Recent(snapshot.at(), next);
    }

    private static int[] sources(Roster before, Roster now) {
        var sources = new int[now.size()];
        for (int row = 0; row < sources.length; row++) {
            sources[row] = before.row(now.models().get(row).key()).orElse(-1);
        }
        return sources;
    }

    private static byte[] moved(byte[] point, int[] sources) {
        var moved = new byte[sources.length];
        for (int row = 0; row < moved.length; row++) {
            moved[row] = sources[row] < 0 || sources[row] >= point.length ? GAP : point[sources[row]];
        }
        return moved;
    }

    /// The stored byte of a strain.
    public static byte encode(double strain) {
        return Double.isNaN(strain) ? GAP : (byte) Math.round(Math.clamp(strain, 0, TOP) * 254 / TOP);
    }
}
