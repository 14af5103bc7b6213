package jml.core.slo;

import java.math.BigDecimal;
import jml.core.metric.Wilson;

/// When a budget burns too fast at a minute. Strictly faster: what burns at exactly the factor does not meet it.
public sealed interface BurnCondition {
    /// @param minute index of the last minute that is known
    boolean met(ErrorBudget budget, EventCounts counts, int minute);

    /// As an inequality a person can read: "burn (1h) > 14.4 and burn (5m) > 14.4".
    String words();

    /// Both windows burn: the long one that it matters, the short one that it still goes on (methods §1.2).
    record TwoWindows(int longMinutes, int shortMinutes, BigDecimal factor) implements BurnCondition {
        @Override
        public boolean met(ErrorBudget budget, EventCounts counts, int minute) {
            return burns(budget, counts, minute, shortMinutes) && burns(budget, counts, minute, longMinutes);
        }

        private boolean burns(ErrorBudget budget, EventCounts counts, int minute, int window) {
            return budget.burnsFasterThan(factor, counts.bad(minute, window), counts.valid(minute, window));
        }

        @Override
        public String words() {
            return "burn (" + window(longMinutes) + ") > " + factor.toPlainString() + " and burn ("
                    + window(shortMinutes) + ") > " + factor.toPlainString();
        }
    }

    /// One window burns, and the hour proves that the budget is really burning and not only unlucky: the lower end of
    /// its bad share, one-sided 99.9 %, lies above what is allowed (methods §1.6).
    record Proven(int minutes, BigDecimal factor, int evidenceMinutes) implements BurnCondition {
        private static final double Z_99_9 = 3.090232306167813;

        @Override
        public boolean met(ErrorBudget budget, EventCounts counts, int minute) {
            return budget.burnsFasterThan(factor, counts.bad(minute, minutes), counts.valid(minute, minutes))
                    && Wilson.lower(counts.bad(minute, evidenceMinutes), counts.valid(minute, evidenceMinutes), Z_99_9)
                            > budget.allowed().doubleValue();
        }

        @Override
        public String words() {
            return "burn (" + window(minutes) + ") > " + factor.toPlainString() + ", proven over "
                    + window(evidenceMinutes);
        }
    }

    private static String window(int minutes) {
        if (minutes % 1440 == 0) {
            return minutes / 1440 + "d";
        }
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }
}
