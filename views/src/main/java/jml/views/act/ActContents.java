package jml.views.act;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jml.core.act.Check;
import jml.core.act.Course;
import jml.core.act.DryRun;
import jml.core.act.Hold;
import jml.core.act.Preflight;
import jml.core.act.Preparation;
import jml.core.act.Proposal;
import jml.core.act.Receipt;
import jml.core.model.Environment;
import jml.core.text.Words;
import jml.views.kit.icon.Icon;
import org.jspecify.annotations.Nullable;

/// Puts into words what an act is about and how far it has come. Pure.
final class ActContents {
    private final DateTimeFormatter clock;

    ActContents(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    static ActContent.Head question(Proposal proposal, Environment environment) {
        return new ActContent.Head(
                ActWords.of(proposal.purpose()).icon(), Words.oneLine(proposal.title(), 90) + "?", environment);
    }

    ActContent.Asked asked(Preflight preflight, Environment environment) {
        var proposal = preflight.proposal();
        var sentences =
                preflight.preparations().stream().map(Preparation::sentence).toList();
        var typed = preflight.confirm() == Preflight.Confirm.GRACE
                ? ""
                : proposal.model().name();
        return new ActContent.Asked(
                question(proposal, environment),
                String.join(" ", sentences),
                trialNote(preflight.preparations()),
                trial(preflight.preparations()),
                tally(preflight.checks()),
                preflight.checks().stream()
                        .map(it -> new ActContent.CheckLine(
                                it.outcome(), it.subject().word(), it.finding(), it.steps()))
                        .toList(),
                clock.format(preflight.at()) + ", again when you press",
                preflight
                        .obstacle()
                        .map(it -> it.subject().word() + ": " + it.finding())
                        .orElse(""),
                typed,
                ActWords.of(proposal.purpose()).button());
    }

    private static String tally(List<Check> checks) {
        var parts = new ArrayList<String>();
        part(parts, checks, Check.Outcome.STOPS, "in the way");
        part(parts, checks, Check.Outcome.READY, "ready");
        part(parts, checks, Check.Outcome.TO_KNOW, "to know");
        part(parts, checks, Check.Outcome.UNANSWERED, "without an answer");
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, List<Check> checks, Check.Outcome outcome, String word) {
        long count = checks.stream().filter(it -> it.outcome() == outcome).count();
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    private static String trialNote(List<Preparation> preparations) {
        long fields = 0;
        long effects = 0;
        var offered = true;
        for (var preparation : preparations) {
            offered &= preparation.dryRun().answer() != DryRun.Answer.NOT_OFFERED;
            for (var line : preparation.dryRun().lines()) {
                if (line.kind() == DryRun.Kind.ADDED) {
                    fields += line.predicted() ? 0 : 1;
                    effects += line.predicted() ? 1 : 0;
                }
            }
        }
        if (preparations.stream().anyMatch(it -> it.dryRun().answer() == DryRun.Answer.REFUSED)) {
            return "refused by the server";
        }
        var told = Words.count(fields, "field")
                + (effects == 0 ? "" : ", then " + Words.count(effects, "effect") + " of the controller");
        return (offered ? "accepted by the server" : "predicted: not every server offers a trial") + " · " + told;
    }

    private static List<ActContent.TrialLine> trial(List<Preparation> preparations) {
        var lines = new ArrayList<ActContent.TrialLine>();
        for (var preparation : preparations) {
            var predicting = false;
            for (var line : preparation.dryRun().lines()) {
                if (line.predicted() && !predicting) {
                    lines.add(new ActContent.TrialLine(DryRun.Kind.CONTEXT, "then the controller"));
                }
                predicting = line.predicted();
                lines.add(new ActContent.TrialLine(line.kind(), line.text()));
            }
        }
        return lines;
    }

    /// @param preflight what was confirmed; null when this console did not see it
    ActContent of(
            Course course, @Nullable Preflight preflight, List<Hold> holds, Environment environment, Instant now) {
        var ending = course.ending();
        if (ending != null) {
            return ended(course, ending, environment);
        }
        return switch (course.stage()) {
            case GRACE, SECOND_PERSON -> counting(course, preflight, environment, now);
            case SENDING, WATCHING, ENDED -> watched(course, holds, environment, now);
        };
    }

    private ActContent.Counting counting(
            Course course, @Nullable Preflight preflight, Environment environment, Instant now) {
        var until = course.until();
        long left = until == null ? 0 : Math.max(0, Duration.between(now, until).toMillis());
        long all = until == null
                ? 1
                : Math.max(1, Duration.between(course.since(), until).toMillis());
        var words = ActWords.of(course.proposal().purpose());
        var title = course.stage() == Course.Stage.SECOND_PERSON
                ? "Waits for a second person"
                : words.doing() + " in " + (left + 999) / 1000 + " s";
        return new ActContent.Counting(
                new ActContent.Head(words.icon(), title, environment),
                course.sentence(),
                (double) left / all,
                preflight == null
                        ? List.of()
                        : preflight.preparations().stream()
                                .flatMap(it -> it.request().stream())
                                .toList(),
                "Intent " + Words.count(course.intent()) + " in the journal");
    }

    private ActContent.Watched watched(Course course, List<Hold> holds, Environment environment, Instant now) {
        var note = holds.stream()
                .filter(it -> it.model().equals(course.proposal().model()))
                .findFirst()
                .map(it -> Words.version(it.version()) + " is on hold; " + it.clearedBy() + " lets it go on.")
                .orElse("");
        return new ActContent.Watched(
                new ActContent.Head(
                        ActWords.of(course.proposal().purpose()).icon(), first(course.sentence()), environment),
                Words.age(Duration.between(course.since(), now)),
                facts(course),
                note);
    }

    private List<ActContent.FactLine> facts(Course course) {
        var lines = new ArrayList<ActContent.FactLine>();
        for (var step : course.steps()) {
            var receipt = step.receipt();
            if (receipt != null) {
                lines.add(received(step.act().title(), receipt));
            }
            var effect = step.effect();
            if (effect != null) {
                effect.facts()
                        .forEach(it -> lines.add(new ActContent.FactLine(
                                it.done(), it.at() == null ? "" : clock.format(it.at()), it.what(), it.value())));
            }
        }
        return lines;
    }

    private static ActContent.FactLine received(String act, Receipt receipt) {
        return switch (receipt) {
            case Receipt.Accepted accepted ->
                new ActContent.FactLine(
                        true,
                        "",
                        act,
                        "accepted, " + accepted.status() + ", "
                                + Words.number(accepted.took().toMillis() / 1000.0, 1) + " s");
            case Receipt.Refused refused -> new ActContent.FactLine(false, "", act, "refused, " + refused.status());
            case Receipt.Unknown _ -> new ActContent.FactLine(false, "", act, "sent, no answer");
        };
    }

    private ActContent.Ended ended(Course course, Course.Ending ending, Environment environment) {
        var icon =
                switch (ending) {
                    case NOT_SENT -> Icon.CLOSE;
                    case REFUSED -> Icon.BREACHING;
                    case BACK -> Icon.HEALTHY;
                    case NOT_BACK, NO_EFFECT, HALF_DONE -> Icon.ATTENTION;
                    case UNKNOWN -> Icon.NO_DATA;
                };
        var tone =
                switch (ending) {
                    case NOT_SENT -> ActContent.Tone.QUIET;
                    case REFUSED -> ActContent.Tone.BAD;
                    case BACK -> ActContent.Tone.GOOD;
                    case NOT_BACK, NO_EFFECT, HALF_DONE -> ActContent.Tone.CAREFUL;
                    case UNKNOWN -> ActContent.Tone.OPEN;
                };
        var ways =
                switch (ending) {
                    case REFUSED, NOT_SENT, NO_EFFECT -> List.of(ActContent.Way.LOOK_AGAIN);
                    case HALF_DONE -> List.of(ActContent.Way.FINISH, ActContent.Way.LEAVE);
                    case BACK, NOT_BACK, UNKNOWN -> List.<ActContent.Way>of();
                };
        return new ActContent.Ended(
                new ActContent.Head(icon, first(course.sentence()), environment),
                tone,
                rest(course.sentence()),
                facts(course),
                ways);
    }

    private static String first(String sentences) {
        int end = sentences.indexOf(". ");
        var first = end < 0 ? sentences : sentences.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    private static String rest(String sentences) {
        int end = sentences.indexOf(". ");
        return end < 0 ? "" : sentences.substring(end + 2);
    }
}
