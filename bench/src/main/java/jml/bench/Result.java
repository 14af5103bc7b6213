package jml.bench;

import java.util.Arrays;
import java.util.Locale;

/// One line of the table.
///
/// @param value measured, with its unit
/// @param floor measured in the same run; empty when the bar is absolute
/// @param ratio of the two; NaN when there is no floor
/// @param bar empty when there is none and the value is for information
public record Result(String what, String value, String floor, double ratio, String bar, boolean met) {
    private static final String MARK = "RESULT";
    private static final String TAB = "\t";

    public Result {
        for (var text : new String[] {what, value, floor, bar}) {
            if (text.contains(TAB) || text.contains("\n")) {
                throw new IllegalArgumentException("a tab or newline in: " + text);
            }
        }
    }

    /// Against a floor: `value` and `floor` in `unit`, at most `bar` times as much.
    public static Result atMostTimes(String what, double value, double floor, String unit, double bar) {
        double ratio = value / floor;
        return new Result(what, text(value, unit), text(floor, unit), ratio, "≤ " + plain(bar) + "×", ratio <= bar);
    }

    /// Against a fixed number in the same unit.
    public static Result atMost(String what, double value, String unit, double bar) {
        return new Result(what, text(value, unit), "", Double.NaN, "≤ " + plain(bar) + " " + unit, value <= bar);
    }

    /// A number nobody set a bar for.
    public static Result stated(String what, String value) {
        return new Result(what, value, "", Double.NaN, "", true);
    }

    /// As one line between two processes.
    String line() {
        return String.join(TAB, MARK, what, value, floor, Double.toString(ratio), bar, Boolean.toString(met));
    }

    static boolean isLine(String line) {
        return line.startsWith(MARK + TAB);
    }

    static Result of(String line) {
        var parts = line.split(TAB, -1);
        if (parts.length != 7) {
            throw new IllegalArgumentException("no result: " + Arrays.toString(parts));
        }
        return new Result(
                parts[1], parts[2], parts[3], Double.parseDouble(parts[4]), parts[5], Boolean.parseBoolean(parts[6]));
    }

    /// A number with its unit, with as many digits as say something.
    public static String text(double value, String unit) {
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f %s", value, unit).strip();
    }

    private static String plain(double bar) {
        return bar == Math.rint(bar) ? Long.toString(Math.round(bar)) : Double.toString(bar);
    }
}
