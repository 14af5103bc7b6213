package jml.core.fleet;

import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.text.Words;

/// Figures as people read them: the same on every screen, in the command line and in sentences.
public final class FigureWords {
    private static final int SECONDS_FROM = 10;

    private FigureWords() {}

    /// A value in base units as a table shows it: in the SLI's unit, without it, with the decimals of its grid.
    public static String value(Sli sli, double value) {
        return Words.number(sli.displayed(value), decimals(sli));
    }

    /// A figure as a table shows it: "≥ 10,000" beyond the source's range, "–" when there is none.
    public static String value(Figure figure) {
        return switch (figure.presence()) {
            case MEASURED, SHARED -> value(figure.sli(), figure.value());
            case OVER_RANGE -> "≥ " + value(figure.sli(), figure.value());
            case NO_DATA, NO_TRAFFIC, NOT_MEASURED -> Words.NO_VALUE;
        };
    }

    /// A value in base units as a sentence says it, with its unit and no zeros that say nothing: "90.7%", "212 ms",
    /// "€41/h".
    ///
    /// @param currency of costs
    public static String spoken(Sli sli, double value, Currency currency) {
        if (sli == Sli.COST) {
            return currency.amount(value) + sli.unit();
        }
        if (sli == Sli.LATENCY_P95 && value >= SECONDS_FROM) {
            return Words.plain(Words.number(value, 1)) + " s";
        }
        var number = Words.plain(value(sli, value));
        return switch (sli.unit()) {
            case "" -> number;
            case "%" -> number + sli.unit();
            default -> number + " " + sli.unit();
        };
    }

    /// A figure as a sentence says it: "≥ 10 s" beyond the source's range.
    public static String spoken(Figure figure, Currency currency) {
        return switch (figure.presence()) {
            case MEASURED, SHARED -> spoken(figure.sli(), figure.value(), currency);
            case OVER_RANGE -> "≥ " + spoken(figure.sli(), figure.value(), currency);
            case NO_DATA, NO_TRAFFIC, NOT_MEASURED -> Words.NO_VALUE;
        };
    }

    /// A figure where it stands alone beside its unit: "90.70" beside "%", "€41" beside "/h".
    ///
    /// @param currency of costs
    public static String value(Figure figure, Currency currency) {
        boolean money = figure.sli() == Sli.COST
                && figure.measured()
                && !currency.code().isEmpty();
        return money ? currency.amount(figure.value()) : value(figure);
    }

    /// How many decimals the grid leaves in the displayed unit.
    public static int decimals(Sli sli) {
        return (int) Math.max(0, Math.round(-Math.log10(sli.displayed(sli.grid()))));
    }
}
