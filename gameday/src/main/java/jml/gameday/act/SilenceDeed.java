package jml.gameday.act;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.DryRun;
import jml.core.act.DryRun.Kind;
import jml.core.act.DryRun.Line;
import jml.core.act.Effect;
import jml.core.act.Effect.Fact;
import jml.core.act.Preparation;
import jml.core.act.Sighting;
import jml.core.act.SilenceAct;
import jml.core.act.SilenceAct.Verb;
import jml.core.alert.Alert;
import jml.core.alert.Silence;
import jml.core.alert.Silence.State;
import jml.core.text.Words;
import jml.gameday.SimulatedFleet;

/// An act on the silences of the simulated alert source. One that is made carries its act's id.
record SilenceDeed(SimulatedFleet fleet, SilenceAct act) implements Deed {
    private static final Duration LONGEST = Duration.ofDays(7);

    SilenceDeed {
        if (!act.source().equals(SimulatedFleet.SOURCE)) {
            throw new IllegalArgumentException("no simulated alert source: " + act.title());
        }
    }

    private String id() {
        return switch (act.verb()) {
            case Verb.Create _ -> "sim-" + act.id();
            case Verb.Extend extend -> extend.silence();
            case Verb.Expire expire -> expire.silence();
        };
    }

    private Optional<Silence> known(Instant at) {
        return fleet.silences(at).stream().filter(it -> it.id().equals(id())).findFirst();
    }

    /// One in force, or that will be, with the same matchers in any order.
    private Optional<Silence> equal(Verb.Create create, Instant at) {
        var wanted = new HashSet<>(create.matchers());
        return fleet.silences(at).stream()
                .filter(it -> it.state() != State.EXPIRED && new HashSet<>(it.matchers()).equals(wanted))
                .findFirst();
    }

    @Override
    public Sighting sighting(Instant now) {
        var fields = new TreeMap<String, String>();
        if (act.verb() instanceof Verb.Create create) {
            equal(create, now).ifPresent(it -> fields.put("equal silence", it.id()));
            return new Sighting(now, "a new silence for " + act.model().name(), "", fields);
        }
        known(now).ifPresent(it -> {
            fields.put("state", it.state().name());
            fields.put("endsAt", it.endsAt().toString());
        });
        return new Sighting(now, "Silence " + id(), "", fields);
    }

    @Override
    public Optional<Check> obstacle(Instant now) {
        if (act.verb() instanceof Verb.Create create) {
            var equal = equal(create, now);
            return equal.isPresent()
                    ? stops(
                            "silence " + equal.get().id() + " has the same matchers until "
                                    + equal.get().endsAt(),
                            "Extend that one instead")
                    : ends(create.endsAt(), now);
        }
        var known = known(now);
        if (known.isEmpty()) {
            return stops("there is no silence " + id());
        }
        if (known.get().state() == State.EXPIRED) {
            return stops(
                    "it ended at " + known.get().endsAt(), "Make a new silence if alerts are to be held back again");
        }
        return act.verb() instanceof Verb.Extend extend ? ends(extend.endsAt(), now) : Optional.empty();
    }

    private static Optional<Check> ends(Instant end, Instant now) {
        if (!end.isAfter(now)) {
            return stops("it would end at " + end + ", which is past");
        }
        return end.isAfter(now.plus(LONGEST))
                ? stops("it would last longer than " + LONGEST.toDays() + " days", "Choose a shorter time")
                : Optional.empty();
    }

    private static Optional<Check> stops(String finding, String... steps) {
        return Optional.of(Check.stops(Subject.TARGET, finding, List.of(steps)));
    }

    private List<Alert> covered(Instant now) {
        Optional<Silence> silence = act.verb() instanceof Verb.Create create ? Optional.of(made(create)) : known(now);
        return fleet.snapshot(now).alerts().stream()
                .filter(alert -> silence.filter(it -> it.covers(alert.labels())).isPresent())
                .toList();
    }

    private Silence made(Verb.Create create) {
        return new Silence(
                id(),
                State.ACTIVE,
                create.matchers(),
                create.startsAt(),
                create.endsAt(),
                "console",
                create.comment() + " [jml:" + act.id() + "]");
    }

    @Override
    public Preparation prepare(Instant now) {
        var covered = covered(now);
        var count = Words.count(covered.size(), "alert") + " that " + (covered.size() == 1 ? "fires" : "fire") + " now";
        var checks = List.of(
                Check.ready(Subject.PERMISSION, "you may: the alert source is simulated"),
                Check.ready(Subject.TARGET, standing(now)),
                Check.ready(Subject.BLAST_RADIUS, count));
        var kind = act.verb() instanceof Verb.Expire ? Kind.ADDED : Kind.REMOVED;
        var lines = covered.stream()
                .map(it -> new Line(
                        kind,
                        "notifications of " + it.name() + " " + it.labels().getOrDefault("model", ""),
                        true))
                .toList();
        return new Preparation(
                act, sighting(now), sentence(count), checks, new DryRun(DryRun.Answer.NOT_OFFERED, lines), request());
    }

    private String standing(Instant now) {
        return known(now)
                .map(it -> "in force until " + it.endsAt() + ", by " + it.createdBy())
                .orElse("no silence in force has these matchers");
    }

    private String sentence(String count) {
        return switch (act.verb()) {
            case Verb.Create create ->
                "Nobody is told of " + count + ", nor of new ones like them, until " + create.endsAt() + ".";
            case Verb.Extend extend -> "Nobody is told of " + count + " until " + extend.endsAt() + ".";
            case Verb.Expire _ -> "People are told again: " + count + ".";
        };
    }

    private List<String> request() {
        var lines = new ArrayList<String>();
        switch (act.verb()) {
            case Verb.Create create -> {
                lines.add("POST silences");
                create.matchers().forEach(it -> lines.add(it.name() + operator(it) + it.value()));
                lines.add("until " + create.endsAt());
            }
            case Verb.Extend extend -> {
                lines.add("POST silences, id = " + id());
                lines.add("endsAt = " + extend.endsAt());
            }
            case Verb.Expire _ -> lines.add("DELETE silence/" + id());
        }
        return lines;
    }

    private static String operator(Silence.Matcher matcher) {
        return (matcher.equal() ? "=" : "!") + (matcher.regex() ? "~" : matcher.equal() ? "" : "=");
    }

    @Override
    public void happen(Instant at) {
        switch (act.verb()) {
            case Verb.Create create -> fleet.silence(at, made(create));
            case Verb.Extend extend -> end(at, extend.endsAt());
            case Verb.Expire _ -> end(at, at);
        }
    }

    private void end(Instant at, Instant endsAt) {
        known(at)
                .ifPresent(it -> fleet.silence(
                        at,
                        new Silence(
                                it.id(),
                                it.state(),
                                it.matchers(),
                                it.startsAt(),
                                endsAt,
                                it.createdBy(),
                                it.comment())));
    }

    @Override
    public Effect effect(Instant at, Sighting before, Instant now) {
        var until = now.isBefore(at) ? at : now;
        var silence = known(until);
        if (silence.isEmpty()) {
            return undone("the silence is gone", until);
        }
        var it = silence.get();
        return switch (act.verb()) {
            case Verb.Create create ->
                it.state() == State.EXPIRED && create.endsAt().isAfter(until)
                        ? undone("it was ended at " + it.endsAt(), it.endsAt())
                        : held(it, at, until);
            case Verb.Extend extend ->
                it.endsAt().equals(extend.endsAt())
                        ? reached(
                                "It ends at another time",
                                before.fields().getOrDefault("endsAt", "?") + " → " + it.endsAt(),
                                at)
                        : undone("somebody else made it end at " + it.endsAt(), until);
            case Verb.Expire _ -> reached("It has ended", it.endsAt().toString(), at);
        };
    }

    private Effect held(Silence silence, Instant at, Instant now) {
        var covered = covered(now);
        long held = covered.stream()
                .filter(alert -> alert.silencedBy().contains(silence.id()))
                .count();
        return new Effect(
                Effect.State.REACHED,
                List.of(
                        new Fact("The silence is there", silence.state().name(), at),
                        new Fact("Its alerts are held back", held + "/" + covered.size(), at)));
    }

    private static Effect reached(String what, String value, Instant at) {
        return new Effect(Effect.State.REACHED, List.of(new Fact(what, value, at)));
    }

    private static Effect undone(String how, Instant at) {
        return new Effect(Effect.State.UNDONE, List.of(new Fact(how, "", at)));
    }
}
