package jml.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jml.core.alert.Alert;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.text.Words;

/// Says in plain words where a model stands: one short sentence for each state and cause, with the number that
/// proves it, and times in one zone. Immutable.
public final class Sentences {
    private static final int LONGEST = 160;

    private final ZoneId zone;
    private final Currency currency;

    /// @param zone times are written in
    /// @param currency costs are written in
    public Sentences(ZoneId zone, Currency currency) {
        this.zone = zone;
        this.currency = currency;
    }

    public Sentence of(FleetSnapshot snapshot, int row) {
        var standing = snapshot.standing(row);
        var telling = new Telling(snapshot, row, currency);
        var headline =
                switch (standing.cause()) {
                    case OBJECTIVE_MISSED -> telling.missed();
                    case PAGE_FIRING -> alert(snapshot, row, Alert.Severity.PAGE);
                    case TICKET_FIRING -> alert(snapshot, row, Alert.Severity.TICKET);
                    case ROLLOUT_DEGRADED -> RolloutWords.unwell(snapshot.model(row));
                    case PODS_UNWELL -> PodWords.unwell(snapshot.model(row).pods());
                    case FACTS_DISAGREE -> disagree(snapshot.model(row).findings());
                    case SERIES_MISSING -> telling.missing();
                    case SOURCE_SILENT -> telling.silent();
                    case FEW_EVENTS -> telling.few();
                    case ON_PURPOSE -> onPurpose(snapshot.model(row));
                    case ALL_WELL -> telling.well();
                };
        return new Sentence(headline, detail(snapshot, row, telling));
    }

    private static String disagree(List<String> findings) {
        return findings.isEmpty() ? "Sources disagree." : Words.oneLine(findings.getFirst(), LONGEST);
    }

    private static String onPurpose(ModelFacts facts) {
        return "Stands still on purpose: " + Words.oneLine(facts.pausedBy(), LONGEST) + ".";
    }

    private static String alert(FleetSnapshot snapshot, int row, Alert.Severity severity) {
        var firing = firing(snapshot, row, severity);
        if (firing.isEmpty()) {
            return severity == Alert.Severity.PAGE ? "A page fires." : "A ticket is open.";
        }
        var oldest = firing.getFirst();
        var name = Words.oneLine(oldest.name(), 60);
        var summary = Words.oneLine(oldest.summary(), LONGEST);
        var word = severity == Alert.Severity.PAGE ? "Page " : "Ticket ";
        return summary.equals(name) ? word + name + " is firing." : word + name + ": " + ended(summary);
    }

    private static String ended(String text) {
        return text.endsWith(".") || text.endsWith("…") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    private static List<Alert> firing(FleetSnapshot snapshot, int row, Alert.Severity severity) {
        return snapshot.alertsOf(row).stream()
                .filter(it -> it.severity() == severity && !it.suppressed())
                .sorted((one, other) -> one.startsAt().compareTo(other.startsAt()))
                .toList();
    }

    private String detail(FleetSnapshot snapshot, int row, Telling telling) {
        var standing = snapshot.standing(row);
        var parts = new ArrayList<String>();
        parts.add(since(standing.since(), snapshot.at()));
        switch (standing.cause()) {
            case OBJECTIVE_MISSED -> parts.addAll(telling.besides());
            case PAGE_FIRING, TICKET_FIRING -> {
                var severity =
                        standing.cause() == Standing.Cause.PAGE_FIRING ? Alert.Severity.PAGE : Alert.Severity.TICKET;
                int more = firing(snapshot, row, severity).size() - 1;
                if (more > 0) {
                    parts.add(Words.count(more, severity == Alert.Severity.PAGE ? "more page" : "more ticket") + ".");
                }
            }
            case ROLLOUT_DEGRADED -> parts.addAll(RolloutWords.message(snapshot.model(row)));
            case PODS_UNWELL -> {
                parts.addAll(PodWords.message(snapshot.model(row).pods()));
                parts.add(PodWords.radius(snapshot.roster(), row));
            }
            case FACTS_DISAGREE -> {
                int more = snapshot.model(row).findings().size() - 1;
                if (more > 0) {
                    parts.add(Words.count(more, "more finding") + ".");
                }
            }
            case SOURCE_SILENT -> parts.addAll(shown(snapshot, row));
            case ON_PURPOSE -> parts.addAll(RolloutWords.split(snapshot.model(row)));
            case SERIES_MISSING, FEW_EVENTS, ALL_WELL -> {}
        }
        return parts.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }

    // Never "Since 14:32, 0 s": that something began just now is said by the time alone.
    private String since(Instant since, Instant at) {
        var age = Duration.between(since, at);
        var time = "Since " + Words.time(since, at, zone);
        return age.toSeconds() < 1 ? time + "." : time + ", " + Words.age(age) + ".";
    }

    private List<String> shown(FleetSnapshot snapshot, int row) {
        Instant newest = Instant.MIN;
        for (var sli : Sli.values()) {
            var figure = snapshot.figure(row, Arm.ALL, sli);
            if (figure.measured() && figure.observedAt().isAfter(newest)) {
                newest = figure.observedAt();
            }
        }
        return newest.equals(Instant.MIN)
                ? List.of()
                : List.of("What is shown is from " + Words.time(newest, snapshot.at(), zone) + ".");
    }
}
