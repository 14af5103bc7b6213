package jml.views.kit;

import java.time.Duration;
import jml.core.text.Words;

/// What a figure says: the value, its small unit, and the caption below.
///
/// @param value the number as printed, "–" where there is none, "n 84" where there is too little data
/// @param unit printed small after the value; empty for none
/// @param caption name of the measure and its sample size or age
/// @param look colour of value and caption
public record FigureText(String value, String unit, String caption, Look look) {
    /// How a figure looks. Only one that misses its limit is coloured; a stale or missing one is dimmed.
    public enum Look {
        PLAIN,
        BREACHING,
        ATTENTION,
        STALE,
        MISSING
    }

    /// What stands where there is no value.
    public static final String NO_VALUE = Words.NO_VALUE;

    /// A fresh figure, for example `of("98.4", "%", "fidelity · n 55,260")`.
    public static FigureText of(String value, String unit, String caption) {
        return new FigureText(value, unit, caption, Look.PLAIN);
    }

    /// A figure that was not measured; `why` stands in the caption, for example "p95 · no series, 11 min".
    public static FigureText missing(String why) {
        return new FigureText(NO_VALUE, "", why, Look.MISSING);
    }

    /// A figure withheld because `samples` are fewer than the measure needs: "n 84".
    public static FigureText tooLittle(long samples, String caption) {
        return new FigureText("n " + Words.count(samples), "", caption, Look.MISSING);
    }

    /// The same figure with another look.
    public FigureText looking(Look other) {
        return new FigureText(value, unit, caption, other);
    }

    /// The same figure aged: once `age` is over two intervals of its source it is dimmed and `name` · age is its
    /// caption; until then nothing changes, because the age of a fresh figure is noise.
    public FigureText aged(String name, Duration age, Duration interval) {
        if (age.compareTo(interval.multipliedBy(2)) <= 0) {
            return this;
        }
        return new FigureText(value, unit, name + " · " + Words.age(age) + " old", Look.STALE);
    }
}
