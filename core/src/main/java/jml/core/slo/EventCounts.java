package jml.core.slo;

/// Valid and bad events minute by minute, without a gap: a minute of which nothing is known has none. Any stretch is
/// summed in constant time. Immutable.
public final class EventCounts {
    private final long[] validBefore;
    private final long[] badBefore;

    /// @param valid events of each minute, in order
    /// @param bad as many, none more than the valid ones of its minute
    public EventCounts(long[] valid, long[] bad) {
        if (valid.length != bad.length) {
            throw new IllegalArgumentException(valid.length + " minutes of valid events, " + bad.length + " of bad");
        }
        this.validBefore = new long[valid.length + 1];
        this.badBefore = new long[valid.length + 1];
        for (int i = 0; i < valid.length; i++) {
            if (bad[i] < 0 || bad[i] > valid[i]) {
                throw new IllegalArgumentException("minute " + i + ": " + bad[i] + " bad of " + valid[i]);
            }
            validBefore[i + 1] = Math.addExact(validBefore[i], valid[i]);
            badBefore[i + 1] = badBefore[i] + bad[i];
        }
    }

    public int minutes() {
        return validBefore.length - 1;
    }

    /// In the `length` minutes that end with `last`, or in as many as there are.
    public long valid(int last, int length) {
        return validBefore[last + 1] - validBefore[Math.max(0, last + 1 - length)];
    }

    /// Of [#valid(int,int)], those that were bad.
    public long bad(int last, int length) {
        return badBefore[last + 1] - badBefore[Math.max(0, last + 1 - length)];
    }

    public long valid() {
        return validBefore[minutes()];
    }

    public long bad() {
        return badBefore[minutes()];
    }
}
