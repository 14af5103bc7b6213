package jml.core.slo;

import java.util.ArrayList;
import java.util.List;

/// A stretch in which an alert fires.
///
/// @param from index of the minute in which it begins to
/// @param to index of the first minute in which it no longer does; the number of minutes when it still does at the end
public record Firing(int from, int to) {
    public Firing {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("fires from " + from + " to " + to);
        }
    }

    /// What a rule would have done over a history: pending from the first minute in which it is met, firing once it
    /// was met for the rule's time in every minute, over with the first in which it is not (as Prometheus' `for`).
    public static List<Firing> of(AlertRule rule, ErrorBudget budget, EventCounts counts) {
        var firings = new ArrayList<Firing>();
        int since = -1;
        for (int minute = 0; minute < counts.minutes(); minute++) {
            if (rule.met(budget, counts, minute)) {
                since = since < 0 ? minute : since;
            } else {
                add(firings, rule, since, minute);
                since = -1;
            }
        }
        add(firings, rule, since, counts.minutes());
        return firings;
    }

    private static void add(List<Firing> firings, AlertRule rule, int since, int until) {
        if (since >= 0 && since + rule.forMinutes() < until) {
            firings.add(new Firing(since + rule.forMinutes(), until));
        }
    }
}
