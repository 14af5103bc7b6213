package jml.connectors.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.JsonWrites;
import jml.connectors.http.Receipts;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.DryRun;
import jml.core.act.DryRun.Kind;
import jml.core.act.DryRun.Line;
import jml.core.act.Effect;
import jml.core.act.Effect.Fact;
import jml.core.act.Effect.State;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.RegistryAct.Verb;
import jml.core.act.Sighting;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Moves aliases and sets tags in one MLflow server, 2.x or 3.x.
///
/// MLflow has no precondition in a request and no trial: what was seen is read again immediately before the change is
/// sent, which leaves a moment in which somebody else may be faster without either noticing.
public final class RegistryActuator implements Actuator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonHttp http;
    private final JsonWrites writes;
    private final String user;
    private final InstantSource clock;

    /// @param http, writes to the address that `api/2.0/mlflow` stands under
    /// @param user as whom the console signs in, to ask for permissions; empty when it signs in without a name
    public RegistryActuator(JsonHttp http, JsonWrites writes, String user, InstantSource clock) {
        this.http = http;
        this.writes = writes;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Preparation prepare(Act act) throws SourceException, InterruptedException {
        var asked = registry(act);
        var state = RegistryState.read(http, asked);
        var checks = new ArrayList<Check>();
        checks.add(RegistryPermission.check(http, asked, user));
        checks.add(target(asked, state));
        return new Preparation(
                asked,
                sighting(asked, state),
                sentence(asked, state),
                checks,
                new DryRun(DryRun.Answer.NOT_OFFERED, lines(asked, state)),
                request(asked));
    }

    private static Check target(RegistryAct act, RegistryState state) {
        var name = RegistryState.name(act.verb());
        var wanted = RegistryState.wanted(act.verb()).orElse(null);
        if (Objects.equals(state.value(), wanted)) {
            return Check.stops(Subject.TARGET, name + " is already " + words(wanted), List.of());
        }
        if (!state.status().isEmpty() && !state.status().equals("READY") && act.verb() instanceof Verb.SetAlias) {
            return Check.stops(
                    Subject.TARGET,
                    "the version is " + state.status() + ", not READY",
                    List.of("Wait until it is registered, or choose another version"));
        }
        return Check.toKnow(
                Subject.TARGET,
                name + " is " + words(state.value()) + ". MLflow cannot compare and set: it is read again immediately"
                        + " before sending, and whoever writes in the same moment is not noticed",
                List.of());
    }

    private static String words(@Nullable String value) {
        return value == null ? "not there" : value;
    }

    private Sighting sighting(RegistryAct act, RegistryState state) {
        var fields = new TreeMap<String, String>();
        if (state.value() != null) {
            fields.put(RegistryState.name(act.verb()), state.value());
        }
        if (!state.status().isEmpty()) {
            fields.put("status", state.status());
        }
        return new Sighting(clock.instant(), "Model " + act.registered(), "", fields);
    }

    private static String sentence(RegistryAct act, RegistryState state) {
        var from = state.value() == null ? "" : " from v" + state.value();
        return switch (act.verb()) {
            case Verb.SetAlias set ->
                "Alias " + set.alias() + " moves" + from + " to v" + set.version() + ". The registry pointer moves;"
                        + " serving is unchanged until restart or sync.";
            case Verb.DeleteAlias delete ->
                "Alias " + delete.alias() + " is taken" + from.replace("from", "off") + ". What serves is unchanged"
                        + " until restart or sync, and then does not find it.";
            case Verb.SetTag set -> "Version v" + set.version() + " is tagged " + set.key() + " = " + set.value() + ".";
            case Verb.DeleteTag delete -> "Version v" + delete.version() + " loses its tag " + delete.key() + ".";
        };
    }

    private static List<Line> lines(RegistryAct act, RegistryState state) {
        var name = RegistryState.name(act.verb());
        var lines = new ArrayList<Line>();
        lines.add(new Line(Kind.CONTEXT, "Model " + act.registered(), true));
        if (state.value() != null) {
            lines.add(new Line(Kind.REMOVED, name + ": " + state.value(), true));
        }
        RegistryState.wanted(act.verb()).ifPresent(it -> lines.add(new Line(Kind.ADDED, name + ": " + it, true)));
        return lines;
    }

    private static List<String> request(RegistryAct act) {
        var lines = new ArrayList<String>();
        lines.add("GET again; stop when " + RegistryState.name(act.verb()) + " has changed");
        lines.add(method(act.verb()) + " " + String.join("/", path(act.verb())));
        body(act)
                .properties()
                .forEach(field ->
                        lines.add(field.getKey() + " = " + field.getValue().asText()));
        return lines;
    }

    @Override
    public Receipt send(Act act, Sighting seen) throws InterruptedException {
        var asked = registry(act);
        try {
            var changes = seen.changes(sighting(asked, RegistryState.read(http, asked)));
            if (!changes.isEmpty()) {
                return new Receipt.Refused(
                        Receipt.Reason.MOVED_ON, 0, "nothing was sent: " + String.join("; ", changes));
            }
        } catch (SourceException e) {
            return Receipts.notSent(e);
        }
        var segments = new ArrayList<>(List.of("api", "2.0", "mlflow"));
        segments.addAll(path(asked.verb()));
        var sent = writes.send(method(asked.verb()), body(asked), segments.toArray(String[]::new));
        return Receipts.of(sent, answered -> "");
    }

    @Override
    public Effect effect(Act act, Sighting before) throws SourceException, InterruptedException {
        var asked = registry(act);
        var name = RegistryState.name(asked.verb());
        var state = RegistryState.read(http, asked);
        var wanted = RegistryState.wanted(asked.verb()).orElse(null);
        if (Objects.equals(state.value(), wanted)) {
            return new Effect(State.REACHED, List.of(fact(name, before.fields().get(name), wanted, clock.instant())));
        }
        if (Objects.equals(state.value(), before.fields().get(name))) {
            return new Effect(State.ABSENT, List.of(fact(name, state.value(), wanted, null)));
        }
        return new Effect(
                State.UNDONE,
                List.of(new Fact(
                        name + " is " + words(state.value())
                                + " now: somebody else changed it; MLflow does not say who",
                        "",
                        clock.instant())));
    }

    private static Fact fact(String name, @Nullable String from, @Nullable String to, @Nullable Instant at) {
        return new Fact("Registry has " + name, words(from) + " → " + words(to), at);
    }

    private static String method(Verb verb) {
        return switch (verb) {
            case Verb.SetAlias _, Verb.SetTag _ -> "POST";
            case Verb.DeleteAlias _, Verb.DeleteTag _ -> "DELETE";
        };
    }

    private static List<String> path(Verb verb) {
        return switch (verb) {
            case Verb.SetAlias _, Verb.DeleteAlias _ -> List.of("registered-models", "alias");
            case Verb.SetTag _ -> List.of("model-versions", "set-tag");
            case Verb.DeleteTag _ -> List.of("model-versions", "delete-tag");
        };
    }

    private static ObjectNode body(RegistryAct act) {
        var body = NODES.objectNode().put("name", act.registered());
        return switch (act.verb()) {
            case Verb.SetAlias set -> body.put("alias", set.alias()).put("version", set.version());
            case Verb.DeleteAlias delete -> body.put("alias", delete.alias());
            case Verb.SetTag set ->
                body.put("version", set.version()).put("key", set.key()).put("value", set.value());
            case Verb.DeleteTag delete -> body.put("version", delete.version()).put("key", delete.key());
        };
    }

    private static RegistryAct registry(Act act) {
        if (act instanceof RegistryAct registry) {
            return registry;
        }
        throw new IllegalArgumentException("not an act on a registry: " + act.title());
    }
}
