package jml.views.kit;

import java.time.Duration;
import java.util.Locale;

/// Numbers and durations as the console writes them, the same on every screen whatever the system's language.
public final class Words {
    private Words() {}

    /// A count with thousands separated: "18,420".
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// A value with a fixed number of decimals and thousands separated: "1,840", "97.3"; "–" for NaN.
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return FigureText.NO_VALUE;
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
}
