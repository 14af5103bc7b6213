package jml.gameday.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import jml.core.act.RegistryAct;
import jml.core.act.RegistryAct.Verb;
import jml.core.act.Sighting;
import jml.core.registry.RegisteredModel;
import jml.core.text.Words;
import jml.gameday.SimulatedFleet;
import jml.gameday.plan.Tagging;
import org.jspecify.annotations.Nullable;

/// An act in the simulated registry. It compares and sets in one step, so that nobody comes between.
record RegistryDeed(SimulatedFleet fleet, RegistryAct act) implements Deed {
    private RegisteredModel registered(Instant at) {
        var facts = fleet.facts(act.model().name(), at)
                .filter(it -> it.registrySource().equals(act.source())
                        && it.registryName().equals(act.registered()))
                .orElseThrow(() -> new IllegalArgumentException("not in the simulated registry: " + act.title()));
        return fleet.registered(facts.key().name(), at).orElseThrow();
    }

    /// Where the alias points or what the tag says; null when there is none.
    private @Nullable String value(Instant at) {
        var model = registered(at);
        return switch (act.verb()) {
            case Verb.SetAlias set -> model.aliases().get(set.alias());
            case Verb.DeleteAlias delete -> model.aliases().get(delete.alias());
            case Verb.SetTag set -> tag(model, set.version(), set.key());
            case Verb.DeleteTag delete -> tag(model, delete.version(), delete.key());
        };
    }

    private static @Nullable String tag(RegisteredModel model, String version, String key) {
        return model.version(version).map(it -> it.tags().get(key)).orElse(null);
    }

    private @Nullable String wanted() {
        return switch (act.verb()) {
            case Verb.SetAlias set -> set.version();
            case Verb.SetTag set -> set.value();
            case Verb.DeleteAlias _, Verb.DeleteTag _ -> null;
        };
    }

    /// "alias champion", "tag jml.approved of v3".
    private String name() {
        return switch (act.verb()) {
            case Verb.SetAlias set -> "alias " + set.alias();
            case Verb.DeleteAlias delete -> "alias " + delete.alias();
            case Verb.SetTag set -> "tag " + set.key() + " of " + Words.version(set.version());
            case Verb.DeleteTag delete -> "tag " + delete.key() + " of " + Words.version(delete.version());
        };
    }

    @Override
    public Sighting sighting(Instant now) {
        var fields = new TreeMap<String, String>();
        var value = value(now);
        if (value != null) {
            fields.put(name(), value);
        }
        return new Sighting(now, "Model " + act.registered(), "", fields);
    }

    @Override
    public Optional<Check> obstacle(Instant now) {
        var version =
                switch (act.verb()) {
                    case Verb.SetAlias set -> set.version();
                    case Verb.SetTag set -> set.version();
                    case Verb.DeleteTag delete -> delete.version();
                    case Verb.DeleteAlias _ -> "";
                };
        if (!version.isEmpty() && registered(now).version(version).isEmpty()) {
            return Optional.of(Check.stops(
                    Subject.TARGET,
                    "the registry has no " + Words.version(version),
                    List.of("Choose another version")));
        }
        var value = value(now);
        return Objects.equals(value, wanted())
                ? Optional.of(Check.stops(Subject.TARGET, name() + " is already " + word(value), List.of()))
                : Optional.empty();
    }

    private static String word(@Nullable String value) {
        return value == null ? "not there" : value;
    }

    @Override
    public Preparation prepare(Instant now) {
        var checks = List.of(
                Check.ready(Subject.PERMISSION, "you may: the registry is simulated"),
                Check.ready(Subject.TARGET, name() + " is " + word(value(now))));
        return new Preparation(
                act,
                sighting(now),
                sentence(now),
                checks,
                new DryRun(DryRun.Answer.ACCEPTED, lines(now)),
                List.of("test " + name() + " = " + word(value(now)), "set " + name() + " = " + word(wanted())));
    }

    private String sentence(Instant now) {
        var from = value(now);
        return switch (act.verb()) {
            case Verb.SetAlias set ->
                "Alias " + set.alias() + " moves" + (from == null ? "" : " from " + Words.version(from)) + " to "
                        + Words.version(set.version()) + "; what serves is unchanged.";
            case Verb.DeleteAlias delete ->
                "Alias " + delete.alias() + " is taken off " + (from == null ? "" : Words.version(from))
                        + "; what serves is unchanged.";
            case Verb.SetTag set ->
                Words.version(set.version()) + " is tagged " + set.key() + " = " + set.value() + ".";
            case Verb.DeleteTag delete -> Words.version(delete.version()) + " loses its tag " + delete.key() + ".";
        };
    }

    private List<Line> lines(Instant now) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Kind.CONTEXT, "Model " + act.registered(), false));
        var from = value(now);
        if (from != null) {
            lines.add(new Line(Kind.REMOVED, name() + ": " + from, false));
        }
        var to = wanted();
        if (to != null) {
            lines.add(new Line(Kind.ADDED, name() + ": " + to, false));
        }
        return lines;
    }

    @Override
    public void happen(Instant at) {
        var aliases = new TreeMap<>(registered(at).aliases());
        switch (act.verb()) {
            case Verb.SetAlias set -> {
                aliases.put(set.alias(), set.version());
                fleet.retell(act.model().name(), story -> story.withAliases(at, aliases, "console"));
            }
            case Verb.DeleteAlias delete -> {
                aliases.remove(delete.alias());
                fleet.retell(act.model().name(), story -> story.withAliases(at, aliases, "console"));
            }
            case Verb.SetTag set -> tag(new Tagging(at, set.version(), set.key(), set.value()));
            case Verb.DeleteTag delete -> tag(new Tagging(at, delete.version(), delete.key(), null));
        }
    }

    private void tag(Tagging tagging) {
        fleet.retell(act.model().name(), story -> story.with(tagging));
    }

    @Override
    public Effect effect(Instant at, Sighting before, Instant now) {
        var until = now.isBefore(at) ? at : now;
        var value = value(until);
        var moved = word(before.fields().get(name())) + " → " + word(wanted());
        if (Objects.equals(value, wanted())) {
            return new Effect(Effect.State.REACHED, List.of(new Fact("Registry has " + name(), moved, at)));
        }
        return new Effect(
                Effect.State.UNDONE,
                List.of(
                        new Fact("Registry had " + name(), moved, at),
                        new Fact(name() + " is " + word(value) + " now", "", until)));
    }
}
