package jml.core.metric;

import java.util.Locale;
import jml.core.text.Words;

/// What costs are counted in, and how amounts of it are written: the same whatever the system's language. Immutable.
///
/// @param code ISO 4217, such as "EUR"; empty where nobody said, and then amounts stand alone
public record Currency(String code) {
    public static final Currency UNKNOWN = new Currency("");

    /// @throws IllegalArgumentException for a code that ISO 4217 does not have
    public Currency {
        if (!code.isEmpty()) {
            java.util.Currency.getInstance(code);
        }
    }

    /// "€"; the code where a currency has no sign of its own; empty where it is unknown.
    public String sign() {
        return code.isEmpty() ? "" : java.util.Currency.getInstance(code).getSymbol(Locale.US);
    }

    /// An amount as people write it: "€41", "€1,840.50", "CHF 41"; "41.5" where the currency is unknown.
    public String amount(double value) {
        var number = Words.number(value, 2);
        if (code.isEmpty()) {
            return Words.plain(number);
        }
        return before() + (number.endsWith(".00") ? Words.plain(number) : number);
    }

    /// What stands before an amount, with its own space.
    public String before() {
        var sign = sign();
        return !sign.isEmpty() && Character.isLetter(sign.charAt(sign.length() - 1)) ? sign + " " : sign;
    }

    /// An SLI's unit where it stands apart from its numbers, as over a column: "€/h", "ms".
    public String unit(Sli sli) {
        return sli == Sli.COST ? sign() + sli.unit() : sli.unit();
    }
}
