package jml.connectors.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.DryRun.Kind;
import jml.core.act.DryRun.Line;
import jml.core.act.SilenceAct;
import jml.core.act.SilenceAct.Verb;
import jml.core.alert.Alert;
import jml.core.alert.Silence;

/// What a silence would hold back, judged here from all alerts and silences: Alertmanager itself offers no trial.
final class SilencePreview {
    private static final Duration LONGEST = Duration.ofDays(7);
    // Labels by which alerts name a model, whatever raised them.
    private static final List<String> MODEL_LABELS = List.of("model", "model_name", "jml_model", "inferenceservice");

    private final SilenceAct act;
    private final List<Silence> silences;
    private final Instant now;
    private final List<Alert> covered;

    SilencePreview(SilenceAct act, List<Alert> firing, List<Silence> silences, Instant now) {
        this.act = act;
        this.silences = silences;
        this.now = now;
        this.covered = firing.stream().filter(alert -> covers(alert)).toList();
    }

    private boolean covers(Alert alert) {
        return switch (act.verb()) {
            case Verb.Create create -> create.matchers().stream().allMatch(matcher -> matcher.matches(alert.labels()));
            case Verb.Extend extend -> covers(extend.silence(), alert);
            case Verb.Expire expire -> covers(expire.silence(), alert);
        };
    }

    private boolean covers(String silence, Alert alert) {
        return find(silence, silences).filter(it -> it.covers(alert.labels())).isPresent();
    }

    static Optional<Silence> find(String id, List<Silence> silences) {
        return silences.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    static String mark(SilenceAct act) {
        return "[jml:" + act.id() + "]";
    }

    /// The silence that this very act made, whatever became of it.
    static Optional<Silence> made(SilenceAct act, List<Silence> silences) {
        return silences.stream().filter(it -> it.comment().contains(mark(act))).findFirst();
    }

    /// One that is in force or will be, with the same matchers in any order.
    static Optional<Silence> equal(Verb.Create create, List<Silence> silences) {
        var wanted = new HashSet<>(create.matchers());
        return silences.stream()
                .filter(it -> it.state() != Silence.State.EXPIRED && new HashSet<>(it.matchers()).equals(wanted))
                .findFirst();
    }

    List<Check> checks() {
        return List.of(
                Check.ready(
                        Subject.PERMISSION,
                        "Alertmanager keeps no permissions: whoever reaches it may change silences"),
                target(),
                blast());
    }

    private Check target() {
        return switch (act.verb()) {
            case Verb.Create create -> fresh(create);
            case Verb.Extend extend -> {
                var known = known(extend.silence());
                yield known.outcome() == Check.Outcome.STOPS
                        ? known
                        : tooLong(extend.endsAt()).orElse(known);
            }
            case Verb.Expire expire -> known(expire.silence());
        };
    }

    private Check fresh(Verb.Create create) {
        var equal = equal(create, silences);
        if (equal.isPresent()) {
            return Check.stops(
                    Subject.TARGET,
                    "silence " + equal.get().id() + " by " + equal.get().createdBy() + " has the same matchers until "
                            + equal.get().endsAt(),
                    List.of("Extend that one instead"));
        }
        if (!create.endsAt().isAfter(now)) {
            return Check.stops(Subject.TARGET, "it would end at " + create.endsAt() + ", which is past", List.of());
        }
        return tooLong(create.endsAt())
                .orElseGet(() -> Check.ready(Subject.TARGET, "no silence in force has these matchers"));
    }

    private Check known(String id) {
        var silence = find(id, silences);
        if (silence.isEmpty()) {
            return Check.stops(Subject.TARGET, "there is no silence " + id, List.of());
        }
        return silence.get().state() == Silence.State.EXPIRED
                ? Check.stops(
                        Subject.TARGET,
                        "it ended at " + silence.get().endsAt(),
                        List.of("Make a new silence if alerts are to be held back again"))
                : Check.ready(
                        Subject.TARGET,
                        "in force until " + silence.get().endsAt() + ", by "
                                + silence.get().createdBy());
    }

    private Optional<Check> tooLong(Instant end) {
        return end.isAfter(now.plus(LONGEST))
                ? Optional.of(Check.stops(
                        Subject.TARGET,
                        "it would last longer than " + LONGEST.toDays() + " days",
                        List.of("Choose a shorter time and extend it when it is needed")))
                : Optional.empty();
    }

    private Check blast() {
        if (act.verb() instanceof Verb.Create create && boundless(create)) {
            return Check.stops(
                    Subject.BLAST_RADIUS,
                    "no matcher names a model or an alert: it would hold back " + count(),
                    List.of("Add a matcher on alertname or on the model's label"));
        }
        var others = others();
        return others.isEmpty()
                ? Check.ready(Subject.BLAST_RADIUS, count() + ", none of another model")
                : Check.toKnow(Subject.BLAST_RADIUS, count() + ", also of " + String.join(", ", others), List.of());
    }

    private static boolean boundless(Verb.Create create) {
        return create.matchers().stream()
                .noneMatch(matcher -> matcher.equal()
                        && (matcher.name().equals("alertname") || MODEL_LABELS.contains(matcher.name()))
                        && !(matcher.regex()
                                && new Silence.Matcher("", matcher.value(), true, true)
                                        .matches(Map.of("", "any name at all"))));
    }

    /// Models that alerts name beside the one the act is about.
    private Set<String> others() {
        var others = new TreeSet<String>();
        for (var alert : covered) {
            MODEL_LABELS.stream()
                    .map(label -> alert.labels().getOrDefault(label, ""))
                    .filter(name -> !name.isEmpty() && !name.equals(act.model().name()))
                    .forEach(others::add);
        }
        return others;
    }

    private String count() {
        return covered.size() == 1 ? "1 alert that fires now" : covered.size() + " alerts that fire now";
    }

    String sentence() {
        return switch (act.verb()) {
            case Verb.Create create ->
                "Nobody is told of " + count() + ", nor of new ones like them, until " + create.endsAt() + ".";
            case Verb.Extend extend -> "Nobody is told of " + count() + " until " + extend.endsAt() + ".";
            case Verb.Expire _ -> "People are told again: " + count() + ".";
        };
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        var kind = act.verb() instanceof Verb.Expire ? Kind.ADDED : Kind.REMOVED;
        for (var alert : covered) {
            var model = MODEL_LABELS.stream()
                    .map(label -> alert.labels().getOrDefault(label, ""))
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("");
            lines.add(new Line(kind, ("notifications of " + alert.name() + " " + model).strip(), true));
        }
        return lines;
    }

    List<String> request() {
        return switch (act.verb()) {
            case Verb.Create create -> {
                var lines = new ArrayList<String>();
                lines.add("GET silences again; stop when an equal one is in force");
                lines.add("POST api/v2/silences");
                create.matchers().forEach(it -> lines.add(it.name() + operator(it) + it.value()));
                lines.add("until " + create.endsAt());
                lines.add("comment ends in " + mark(act));
                yield lines;
            }
            case Verb.Extend extend ->
                List.of(
                        "GET silences again; stop when it has changed",
                        "POST api/v2/silences, id = " + extend.silence(),
                        "startsAt and matchers as stored",
                        "endsAt = " + extend.endsAt());
            case Verb.Expire expire ->
                List.of("GET silences again; stop when it has changed", "DELETE api/v2/silence/" + expire.silence());
        };
    }

    private static String operator(Silence.Matcher matcher) {
        return (matcher.equal() ? "=" : "!") + (matcher.regex() ? "~" : matcher.equal() ? "" : "=");
    }
}
