package jml.core.slo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// When somebody is told that a budget burns.
///
/// @param conditions any of them is enough
/// @param forMinutes how long one must be met without a break before it fires
public record AlertRule(String name, Severity severity, List<BurnCondition> conditions, int forMinutes) {
    /// How somebody is told.
    public enum Severity {
        /// Wakes the person on call.
        PAGE,
        /// Waits for working hours.
        TICKET
    }

    public AlertRule {
        conditions = List.copyOf(conditions);
        if (forMinutes < 0) {
            throw new IllegalArgumentException(name + " waits for " + forMinutes + " minutes");
        }
    }

    /// The mission's own: a page above twice the budget for ten minutes, with the gate that methods §1.6 adds.
    public static List<AlertRule> mission() {
        return List.of(
                new AlertRule("mission", Severity.PAGE, List.of(new BurnCondition.Proven(5, BigDecimal.TWO, 60)), 10));
    }

    /// Table 5-8 of the SRE workbook: several windows, several rates (methods §1.2).
    public static List<AlertRule> workbook() {
        return List.of(
                new AlertRule(
                        "workbook",
                        Severity.PAGE,
                        List.of(
                                new BurnCondition.TwoWindows(60, 5, new BigDecimal("14.4")),
                                new BurnCondition.TwoWindows(360, 30, BigDecimal.valueOf(6))),
                        0),
                new AlertRule(
                        "workbook",
                        Severity.TICKET,
                        List.of(new BurnCondition.TwoWindows(4_320, 360, BigDecimal.ONE)),
                        0));
    }

    /// Its conditions as inequalities: "burn (5m) > 2, proven over 1h, for 10 minutes".
    public String words() {
        var any = conditions.stream().map(BurnCondition::words).collect(Collectors.joining(", or "));
        return forMinutes == 0 ? any : any + ", for " + forMinutes + " minutes";
    }

    boolean met(ErrorBudget budget, EventCounts counts, int minute) {
        return conditions.stream().anyMatch(it -> it.met(budget, counts, minute));
    }
}
