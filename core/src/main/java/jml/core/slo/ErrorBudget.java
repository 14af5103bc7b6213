package jml.core.slo;

import java.math.BigDecimal;

/// What an objective allows to go wrong (methods §1.1). Compared in decimals: 14.4 times 1 − 0.999 is 0.0144 here,
/// which it is not in binary.
///
/// @param objective share of valid events that must be good, more than 0 and less than 1
public record ErrorBudget(BigDecimal objective) {
    public ErrorBudget {
        if (objective.signum() <= 0 || objective.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "an objective is more than 0 and less than 1, not " + objective.toPlainString());
        }
    }

    /// The share of valid events that may be bad.
    public BigDecimal allowed() {
        return BigDecimal.ONE.subtract(objective);
    }

    /// True when the bad share is more than `factor` times the allowed one. What had no valid event burns nothing.
    public boolean burnsFasterThan(BigDecimal factor, long bad, long valid) {
        return BigDecimal.valueOf(bad).compareTo(factor.multiply(allowed()).multiply(BigDecimal.valueOf(valid))) > 0;
    }

    /// How many times the allowed share was bad; NaN when nothing was valid.
    public double burn(long bad, long valid) {
        return valid == 0 ? Double.NaN : bad / (allowed().doubleValue() * valid);
    }

    /// Good events among the valid ones, 0..1; NaN when nothing was valid.
    public static double attained(long bad, long valid) {
        return valid == 0 ? Double.NaN : 1 - (double) bad / valid;
    }
}
