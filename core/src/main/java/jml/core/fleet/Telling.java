package jml.core.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import jml.core.text.Words;

/// Says what the figures of one model say.
final class Telling {
    private static final int MOST_PROOFS = 3;

    private final FleetSnapshot snapshot;
    private final int row;
    private final Currency currency;
    private final ModelFacts facts;
    private final Standing standing;
    private final Freshness.Metrics metrics;

    Telling(FleetSnapshot snapshot, int row, Currency currency) {
        this.snapshot = snapshot;
        this.row = row;
        this.currency = currency;
        this.facts = snapshot.model(row);
        this.standing = snapshot.standing(row);
        this.metrics =
                new Freshness(snapshot.at(), snapshot.sources()).of(facts.key().environment());
    }

    String missed() {
        var sli = standing.sli();
        var objective = sli == null ? null : facts.objective(sli).orElse(null);
        if (sli == null || objective == null) {
            return "An objective is missed.";
        }
        return new MissedWords(snapshot.figure(row, standing.arm(), sli), objective, who(standing.arm()), currency)
                .sentence();
    }

    private String who(Arm arm) {
        return switch (arm) {
            case ALL -> "";
            case CANARY -> "Canary " + Words.version(facts.candidate());
            case BASELINE -> facts.version().isEmpty() ? "The version in service" : Words.version(facts.version());
        };
    }

    /// Who is not affected, and which other objectives are missed.
    List<String> besides() {
        var parts = new ArrayList<String>();
        var sli = standing.sli();
        if (sli != null && standing.arm() != Arm.ALL) {
            var other = standing.arm() == Arm.CANARY ? Arm.BASELINE : Arm.CANARY;
            if (verdict(sli, other) == Verdict.HOLDS) {
                double share = other == Arm.CANARY ? facts.candidateWeight() : 1 - facts.candidateWeight();
                var with = Double.isNaN(share) ? "" : ", with " + Words.share(share) + " of traffic,";
                parts.add(who(other) + with + " is not affected.");
            }
        } else if (sli != null && verdict(sli, Arm.CANARY) == Verdict.MISSED) {
            parts.add("Both versions are affected.");
        }
        for (var objective : facts.objectives()) {
            if (objective.sli() != sli
                    && Verdict.breaches(objective.sli())
                    && verdict(objective.sli(), standing.arm()) == Verdict.MISSED) {
                var figure = snapshot.figure(row, standing.arm(), objective.sli());
                parts.add("Missed too: " + objective.sli().title() + " " + FigureWords.spoken(figure, currency) + ".");
            }
        }
        return parts;
    }

    String missing() {
        var sli = standing.sli();
        if (standing.arm() == Arm.CANARY && sli != null) {
            return who(Arm.CANARY) + " has no series for " + sli.title() + ".";
        }
        if (sli != null) {
            return capital(sli.title()) + (sli == Sli.MISSING_FEATURES || sli == Sli.COLD_STARTS ? " have" : " has")
                    + " no data, though its source answers.";
        }
        if (sources().isEmpty()) {
            return "No metric source is connected here.";
        }
        boolean known = facts.objectives().stream().anyMatch(it -> verdict(it.sli(), Arm.ALL) == Verdict.NO_DATA);
        return known
                ? "The model's series are missing, though their source answers."
                : "No connected source measures this model.";
    }

    String silent() {
        var sli = standing.sli();
        if (sli != null) {
            return capital(sli.title()) + " was last measured "
                    + Words.age(Duration.ofSeconds(snapshot.figures().ageSeconds(row, sli))) + " ago.";
        }
        for (var source : sources()) {
            var age = source.age(snapshot.at());
            if (age == null) {
                return source.state() == SourceHealth.State.WAITING
                        ? "Waiting for the first answer of " + name(source) + "."
                        : name(source) + " has never answered.";
            }
            if (age.compareTo(source.interval().multipliedBy(2)) > 0) {
                return source.state() == SourceHealth.State.PAUSED
                        ? name(source) + " has not been asked for " + Words.age(age) + "."
                        : "No answer from " + name(source) + " for " + Words.age(age) + ".";
            }
        }
        return "The last figures are too old to speak of now.";
    }

    private static String name(SourceHealth source) {
        return Words.oneLine(source.name(), 60);
    }

    private List<SourceHealth> sources() {
        return snapshot.sources().stream()
                .filter(it -> it.environment().equals(facts.key().environment()))
                .filter(it -> it.kind() == SourceKind.METRICS || it.kind() == SourceKind.SIMULATOR)
                .toList();
    }

    String few() {
        var sli = standing.sli();
        if (sli == null) {
            return "Too few events to judge it.";
        }
        var who = standing.arm() == Arm.ALL ? "" : who(standing.arm());
        var window = Words.age(sli.window());
        var figure = snapshot.figure(row, standing.arm(), sli);
        if (figure.presence() == Presence.NO_TRAFFIC) {
            return who.isEmpty()
                    ? "No " + events(sli) + " in the last " + window + "."
                    : who + " had no " + events(sli) + " in the last " + window + ".";
        }
        if (figure.presence() == Presence.OVER_RANGE) {
            return capital(sli.title()) + " is " + FigureWords.spoken(figure, currency)
                    + ", more than its source can tell.";
        }
        long needed = facts.objective(sli).map(it -> it.minSamples()).orElse(0L);
        var seen = Words.count(figure.samples()) + " "
                + (figure.samples() == 1 ? events(sli).substring(0, events(sli).length() - 1) : events(sli));
        return (who.isEmpty() ? "Only " + seen : who + " had only " + seen) + " in " + window + ". "
                + capital(sli.title()) + (sli == Sli.COLD_STARTS || sli == Sli.MISSING_FEATURES ? " need " : " needs ")
                + Words.count(needed) + " to be judged.";
    }

    private static String events(Sli sli) {
        return switch (sli) {
            case FIDELITY -> "comparisons";
            case MISSING_FEATURES -> "feature values";
            case RETRIES -> "tries";
            default -> "requests";
        };
    }

    /// Health with the figures that prove it.
    String well() {
        var proofs = facts.objectives().stream()
                .filter(it -> verdict(it.sli(), Arm.ALL) == Verdict.HOLDS)
                .map(it ->
                        it.sli().title() + " " + FigureWords.spoken(snapshot.figure(row, Arm.ALL, it.sli()), currency))
                .limit(MOST_PROOFS)
                .toList();
        return proofs.isEmpty()
                ? "Measured. No objective is set."
                : "Within its objectives: " + String.join(", ", proofs) + ".";
    }

    private Verdict verdict(Sli sli, Arm arm) {
        int subject = snapshot.roster().subject(row, arm);
        return facts.objective(sli)
                .filter(_ -> subject >= 0)
                .map(it -> Verdict.of(it, snapshot.figures(), subject, metrics.freshSeconds()))
                .orElse(Verdict.ABSENT);
    }

    private static String capital(String text) {
        // "p95" is a name and stays small.
        return text.startsWith("p95")
                ? text
                : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
