package jml.core.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, times and names as people read them: the same on every screen, in the command line and in sentences,
/// whatever the system's language. Knows no indicator and no model.
public final class Words {
    /// What stands where there is no value.
    public static final String NO_VALUE = "–";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Words() {}

    /// A count with thousands separated: "18,420".
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// A count with its noun: "1 pod", "3 pods".
    public static String count(long n, String noun) {
        return count(n) + " " + (n == 1 ? noun : noun + "s");
    }

    /// A value with a fixed number of decimals and thousands separated: "1,840", "97.3"; "–" for NaN.
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NO_VALUE;
        }
        var text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        // A value that rounds to zero from below must not read "-0.0".
        return text.matches("-[0.,]*") ? text.substring(1) : text;
    }

    /// An age or span in its two most telling parts: "6 s", "4 min", "1 h 20", "3 d"; a negative one counts as zero.
    public static String age(Duration age) {
        var seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        var minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        var hours = minutes / 60;
        if (hours < 24) {
            return minutes % 60 == 0 ? hours + " h" : String.format(Locale.ROOT, "%d h %02d", hours, minutes % 60);
        }
        return hours / 24 + " d";
    }

    /// A share 0..1 as a whole percentage: "25%"; "<1%" and ">99%" where rounding would hide that it is not all.
    public static String share(double share) {
        if (Double.isNaN(share)) {
            return NO_VALUE;
        }
        if (share > 0 && share < 0.01) {
            return "<1%";
        }
        return share < 1 && share > 0.99 ? ">99%" : percent(share, 0);
    }

    /// A share as a percentage with a fixed number of decimals: "97.3%"; "–" for NaN.
    public static String percent(double share, int decimals) {
        return Double.isNaN(share) ? NO_VALUE : number(share * 100, decimals) + "%";
    }

    /// A model version with its "v": "v17"; a name that is no number stays as it is, and none is "–".
    public static String version(String version) {
        if (version.isEmpty()) {
            return NO_VALUE;
        }
        boolean number = version.chars().allMatch(c -> Character.isDigit(c) || c == '.');
        return number ? "v" + version : version;
    }

    /// The time of day, with the day before it when it is another than that of `now`: "14:11", "10 Nov 14:11".
    public static String time(Instant instant, Instant now, ZoneId zone) {
        var there = instant.atZone(zone);
        var time = TIME.format(there);
        return there.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? time : DAY.format(there) + " " + time;
    }

    /// Text from outside on one line: what steers or breaks lines becomes a space, and it ends in "…" when longer.
    public static String oneLine(String text, int longest) {
        var out = new StringBuilder();
        int length = 0;
        for (int at = 0; at < text.length() && length <= longest; length++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            boolean steers = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c);
            if (!steers) {
                out.appendCodePoint(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        var line = out.toString().strip();
        if (length <= longest) {
            return line;
        }
        int end = line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), longest - 1));
        return line.substring(0, end).strip() + "…";
    }

    /// A number as written by [#number(double, int)] without the zeros that say nothing: "97" for "97.00".
    public static String plain(String number) {
        if (number.indexOf('.') < 0) {
            return number;
        }
        int end = number.length();
        while (number.charAt(end - 1) == '0') {
            end--;
        }
        return number.substring(0, number.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
