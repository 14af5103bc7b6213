package jml.app.slo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jml.app.input.Input;
import jml.app.input.InputException;
import jml.core.slo.AlertRule;
import jml.core.slo.ErrorBudget;
import jml.core.slo.EventCounts;
import jml.core.slo.Firing;

/// A history of minutes as an objective and a rule would have lived it.
///
/// @param windowDays of the objective; the file may cover less or more
public record SloReplay(
        ErrorBudget budget,
        int windowDays,
        EventCounts counts,
        List<AlertRule> rules,
        List<Firing> pages,
        List<Firing> tickets) {
    private static final int MINUTES_A_DAY = 1_440;
    private static final int MOST_DAYS = 400;

    /// @throws InputException naming the place in the file that is wrong
    public static SloReplay of(Path file) throws InputException {
        var input = Input.read(file).object(Set.of("objective", "windowDays", "rule", "minutes"));
        var budget = budget(input.field("objective"));
        var rules = rules(input.field("rule"));
        var counts = counts(input.field("minutes"));
        return new SloReplay(
                budget,
                input.field("windowDays").whole(30, 1),
                counts,
                rules,
                fired(rules, AlertRule.Severity.PAGE, budget, counts),
                fired(rules, AlertRule.Severity.TICKET, budget, counts));
    }

    private static ErrorBudget budget(Input objective) throws InputException {
        double share = objective.number();
        if (share <= 0 || share >= 1) {
            throw objective.wrong("must be more than 0 and less than 1: all of them good leaves no budget to burn");
        }
        return new ErrorBudget(BigDecimal.valueOf(share));
    }

    private static List<AlertRule> rules(Input rule) throws InputException {
        return switch (rule.text("mission")) {
            case "mission" -> AlertRule.mission();
            case "workbook" -> AlertRule.workbook();
            default -> throw rule.wrong("must be mission or workbook");
        };
    }

    private static EventCounts counts(Input minutes) throws InputException {
        var all = minutes.list();
        if (all.size() > MOST_DAYS * MINUTES_A_DAY) {
            throw minutes.wrong("are more than " + MOST_DAYS + " days");
        }
        var valid = new long[all.size()];
        var bad = new long[all.size()];
        for (int minute = 0; minute < valid.length; minute++) {
            var counted = all.get(minute);
            if (counted.present()) {
                var pair = counted.list();
                if (pair.size() != 2) {
                    throw counted.wrong("must be [valid, bad], or null where nothing is known");
                }
                valid[minute] = pair.get(0).count();
                bad[minute] = pair.get(1).count();
                if (bad[minute] > valid[minute]) {
                    throw counted.wrong("says " + bad[minute] + " bad of " + valid[minute] + " valid");
                }
            }
        }
        return new EventCounts(valid, bad);
    }

    private static List<Firing> fired(
            List<AlertRule> rules, AlertRule.Severity severity, ErrorBudget budget, EventCounts counts) {
        return rules.stream()
                .filter(rule -> rule.severity() == severity)
                .flatMap(rule -> Firing.of(rule, budget, counts).stream())
                .toList();
    }

    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        put(json, "attained", ErrorBudget.attained(counts.bad(), counts.valid()));
        put(json, "budgetSpent", budget.burn(counts.bad(), counts.valid()));
        put(json, "pages", pages);
        put(json, "tickets", tickets);
        return json;
    }

    // JSON has no NaN.
    private static void put(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    private static void put(ObjectNode json, String name, List<Firing> firings) {
        var list = json.putArray(name);
        firings.forEach(it -> list.addObject().put("from", it.from()).put("to", it.to()));
    }

    public String text() {
        var text = new StringBuilder();
        if (counts.valid() == 0) {
            text.append("No valid event in ").append(minutes(counts.minutes())).append(": nothing can be said.\n");
        } else {
            text.append(String.format(
                    Locale.ROOT,
                    "Attained %.4f%% of %s%% over %s: %,d bad of %,d, %.1f%% of their budget.%n",
                    100 * ErrorBudget.attained(counts.bad(), counts.valid()),
                    budget.objective().movePointRight(2).stripTrailingZeros().toPlainString(),
                    minutes(counts.minutes()),
                    counts.bad(),
                    counts.valid(),
                    100 * budget.burn(counts.bad(), counts.valid())));
        }
        if (counts.minutes() < windowDays * MINUTES_A_DAY) {
            text.append("The window is ").append(windowDays).append(" days; what is not in the file is not counted.\n");
        }
        for (var rule : rules) {
            var fired = rule.severity() == AlertRule.Severity.PAGE ? pages : tickets;
            text.append(rule.severity() == AlertRule.Severity.PAGE ? "Pages: " : "Tickets: ")
                    .append(fired.size());
            text.append(", when ").append(rule.words()).append(".\n");
            fired.forEach(it -> text.append("  minute ")
                    .append(it.from())
                    .append(" to ")
                    .append(it.to())
                    .append(", ")
                    .append(minutes(it.to() - it.from()))
                    .append('\n'));
        }
        return text.toString();
    }

    private static String minutes(int minutes) {
        if (minutes < 2 * MINUTES_A_DAY) {
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
        return String.format(Locale.ROOT, "%.1f days", minutes / (double) MINUTES_A_DAY);
    }
}
