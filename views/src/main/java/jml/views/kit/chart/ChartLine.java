package jml.views.kit.chart;

import jml.views.kit.theme.Token;
import org.jspecify.annotations.Nullable;

/// One line of a time chart.
///
/// @param name stands at the line's end before its last value: "v17", "all"
/// @param role gives the colour: canary and baseline have their own everywhere
/// @param series the values
/// @param band the interval around the values, or null
public record ChartLine(
        String name, Role role, TimeSeries series, @Nullable Band band) {
    /// What a line stands for.
    public enum Role {
        BASELINE(Token.BASELINE, Token.BASELINE_BG, 1.5),
        CANARY(Token.CANARY, Token.CANARY_BG, 2),
        PREVIOUS(Token.TEXT_3, Token.BAND, 1),
        FIRST(Token.C1, Token.BAND, 1.5),
        SECOND(Token.C2, Token.BAND, 1.5),
        THIRD(Token.C3, Token.BAND, 1.5),
        FOURTH(Token.C4, Token.BAND, 1.5),
        FIFTH(Token.C5, Token.BAND, 1.5),
        SIXTH(Token.C6, Token.BAND, 1.5);

        private final Token ink;
        private final Token tint;
        private final double width;

        Role(Token ink, Token tint, double width) {
            this.ink = ink;
            this.tint = tint;
            this.width = width;
        }

        Token ink() {
            return ink;
        }

        Token tint() {
            return tint;
        }

        double width() {
            return width;
        }
    }

    /// Lower and upper end of the interval, one of each a sample; NaN where there is none. Not copied.
    public record Band(double[] low, double[] high) {}

    public ChartLine {
        var samples = series.size();
        if (band != null && (band.low.length != samples || band.high.length != samples)) {
            throw new IllegalArgumentException("the band of " + name + " has not one interval a sample");
        }
    }

    /// A line without an interval.
    public static ChartLine of(String name, Role role, TimeSeries series) {
        return new ChartLine(name, role, series, null);
    }
}
