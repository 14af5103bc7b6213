package jml.core.fleet;

import java.util.Arrays;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import org.jspecify.annotations.Nullable;

/// The figures of all subjects of a roster, as primitive columns. Immutable once built.
///
/// A value is kept as a whole number of its SLI's grid steps, so that what is shown, judged and stored is the
/// same number; four bytes a figure. Missing figures are reserved step numbers.
public final class Figures {
    private static final Sli[] SLIS = Sli.values();
    private static final Count[] COUNTS = Count.values();
    private static final Presence[] PRESENCES = Presence.values();

    /// Steps below this are not values: the distance from it is the ordinal of a [Presence].
    private static final int FIRST_MISSING = Integer.MIN_VALUE + 16;

    private final int subjects;
    private final int[][] steps;
    private final int[] @Nullable [] samples;
    private final int[] @Nullable [] ages;
    private final byte[] @Nullable [] how;
    private final long[] @Nullable [] counts;

    private Figures(Builder builder) {
        this.subjects = builder.subjects;
        this.steps = builder.steps;
        this.samples = builder.samples;
        this.ages = builder.ages;
        this.how = builder.how;
        this.counts = builder.counts;
    }

    public int subjects() {
        return subjects;
    }

    /// In base units; NaN unless measured.
    public double value(int subject, Sli sli) {
        int step = steps[sli.ordinal()][subject];
        return step < FIRST_MISSING ? Double.NaN : fromSteps(sli, step);
    }

    public Presence presence(int subject, Sli sli) {
        int step = steps[sli.ordinal()][subject];
        if (step < FIRST_MISSING) {
            return PRESENCES[step - Integer.MIN_VALUE];
        }
        var column = how[sli.ordinal()];
        return column == null ? Presence.MEASURED : PRESENCES[column[subject]];
    }

    /// Events behind the value in its window; -1 when not counted.
    public int samples(int subject, Sli sli) {
        var column = samples[sli.ordinal()];
        return column == null ? -1 : column[subject];
    }

    /// Seconds between the instant the figure is true for and the snapshot's.
    public int ageSeconds(int subject, Sli sli) {
        var column = ages[sli.ordinal()];
        return column == null ? 0 : column[subject];
    }

    /// Events since the console first saw the subject; -1 when nobody counts them.
    public long count(int subject, Count count) {
        var column = counts[count.ordinal()];
        return column == null ? -1 : column[subject];
    }

    /// The column as stored: grid steps, or [#missingCode(Presence)] of a missing figure. Not a copy: do not write.
    public int[] steps(Sli sli) {
        return steps[sli.ordinal()];
    }

    /// The stored number of a missing figure.
    public static int missingCode(Presence presence) {
        return Integer.MIN_VALUE + presence.ordinal();
    }

    /// The value, in base units, of a number of grid steps.
    public static double fromSteps(Sli sli, int step) {
        return sli.grid() >= 1 ? step * sli.grid() : step / Math.rint(1 / sli.grid());
    }

    /// The nearest number of grid steps; saturates far outside anything an SLI can be.
    public static int toSteps(Sli sli, double value) {
        double exact = sli.grid() >= 1 ? value / sli.grid() : value * Math.rint(1 / sli.grid());
        return (int) Math.clamp(Math.rint(exact), FIRST_MISSING, Integer.MAX_VALUE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figures that
                && Arrays.deepEquals(steps, that.steps)
                && Arrays.deepEquals(samples, that.samples)
                && Arrays.deepEquals(ages, that.ages)
                && Arrays.deepEquals(how, that.how)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(steps);
    }

    /// Collects figures for the subjects of one roster; everything starts as not measured. Not thread-safe; use once.
    public static final class Builder {
        private final int subjects;
        private final int[][] steps = new int[SLIS.length][];
        private final int[] @Nullable [] samples = new int[SLIS.length][];
        private final int[] @Nullable [] ages = new int[SLIS.length][];
        private final byte[] @Nullable [] how = new byte[SLIS.length][];
        private final long[] @Nullable [] counts = new long[COUNTS.length][];

        public Builder(int subjects) {
            this.subjects = subjects;
            for (int sli = 0; sli < SLIS.length; sli++) {
                steps[sli] = new int[subjects];
                Arrays.fill(steps[sli], missingCode(Presence.NOT_MEASURED));
            }
        }

        /// @param value in base units, finite
        public Builder measured(int subject, Sli sli, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(sli.id() + " measured as " + value);
            }
            steps[sli.ordinal()][subject] = toSteps(sli, value);
            return this;
        }

        /// @param bound the largest value the source can tell
        public Builder overRange(int subject, Sli sli, double bound) {
            return measured(subject, sli, bound).how(subject, sli, Presence.OVER_RANGE);
        }

        /// Says how the value given before was measured.
        public Builder how(int subject, Sli sli, Presence presence) {
            if (!presence.measured()) {
                throw new IllegalArgumentException(presence + " is not a way to be measured");
            }
            var column = how[sli.ordinal()];
            if (column == null) {
                if (presence == Presence.MEASURED) {
                    return this;
                }
                // MEASURED is the first presence, so a new column says it of everything.
                how[sli.ordinal()] = column = new byte[subjects];
            }
            column[subject] = (byte) presence.ordinal();
            return this;
        }

        public Builder missing(int subject, Sli sli, Presence why) {
            if (why.measured()) {
                throw new IllegalArgumentException(why + " is not a way to be missing");
            }
            steps[sli.ordinal()][subject] = missingCode(why);
            return this;
        }

        /// The stored number as [Figures#steps(Sli)] gave it.
        public Builder steps(int subject, Sli sli, int stored) {
            steps[sli.ordinal()][subject] = stored;
            return this;
        }

        public Builder samples(int subject, Sli sli, long events) {
            var column = samples[sli.ordinal()];
            if (column == null) {
                if (events < 0) {
                    return this;
                }
                samples[sli.ordinal()] = column = new int[subjects];
                Arrays.fill(column, -1);
            }
            column[subject] = Math.clamp(events, -1, Integer.MAX_VALUE);
            return this;
        }

        public Builder ageSeconds(int subject, Sli sli, long seconds) {
            var column = ages[sli.ordinal()];
            if (column == null) {
                if (seconds == 0) {
                    return this;
                }
                ages[sli.ordinal()] = column = new int[subjects];
            }
            column[subject] = Math.clamp(seconds, 0, Integer.MAX_VALUE);
            return this;
        }

        public Builder count(int subject, Count count, long events) {
            var column = counts[count.ordinal()];
            if (column == null) {
                if (events < 0) {
                    return this;
                }
                counts[count.ordinal()] = column = new long[subjects];
                Arrays.fill(column, -1);
            }
            column[subject] = events;
            return this;
        }

        public Figures build() {
            return new Figures(this);
        }
    }
}
