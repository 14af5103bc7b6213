package jml.engine.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.RegistryAct;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Target;
import jml.core.act.WorkloadAct.Verb;
import jml.core.alert.Silence;
import jml.core.model.ModelKey;
import jml.core.release.Workload;

/// Acts as flat text for the journal, and back. What is written today must be readable by every later version.
final class ActText {
    private ActText() {}

    static SortedMap<String, String> of(Act act) {
        var text = new TreeMap<String, String>();
        text.put("id", act.id().toString());
        text.put("environment", act.model().environment());
        text.put("model", act.model().name());
        text.put("source", act.source());
        switch (act) {
            case WorkloadAct workload -> {
                text.put("in", "workload");
                text.put("kind", workload.target().kind().name());
                text.put("namespace", workload.target().namespace());
                text.put("name", workload.target().name());
                text.putAll(of(workload.verb()));
            }
            case RegistryAct registry -> {
                text.put("in", "registry");
                text.put("name", registry.registered());
                text.putAll(of(registry.verb()));
            }
            case SilenceAct silence -> {
                text.put("in", "silences");
                text.putAll(of(silence.verb()));
            }
        }
        return text;
    }

    /// @throws IllegalArgumentException when the text is of no act this version knows
    static Act read(Map<String, String> text) {
        var id = UUID.fromString(get(text, "id"));
        var model = new ModelKey(get(text, "environment"), get(text, "model"));
        var source = get(text, "source");
        return switch (get(text, "in")) {
            case "workload" -> {
                var kind = Workload.Kind.valueOf(get(text, "kind"));
                var target = new Target(source, kind, get(text, "namespace"), get(text, "name"));
                yield new WorkloadAct(id, model, target, workloadVerb(text));
            }
            case "registry" -> new RegistryAct(id, model, source, get(text, "name"), registryVerb(text));
            case "silences" -> new SilenceAct(id, model, source, silenceVerb(text));
            default -> throw new IllegalArgumentException("an act in " + text.get("in"));
        };
    }

    private static Map<String, String> of(Verb verb) {
        return switch (verb) {
            case Verb.Promote it -> Map.of("verb", "promote", "hash", it.hash(), "step", String.valueOf(it.step()));
            case Verb.PromoteFully it -> Map.of("verb", "promote-fully", "hash", it.hash());
            case Verb.Pause _ -> Map.of("verb", "pause");
            case Verb.Resume _ -> Map.of("verb", "resume");
            case Verb.Abort it -> Map.of("verb", "abort", "hash", it.hash());
            case Verb.Retry it -> Map.of("verb", "retry", "hash", it.hash());
            case Verb.Undo it -> Map.of("verb", "undo", "hash", it.hash());
            case Verb.SetWeight it ->
                Map.of("verb", "set-weight", "hash", it.hash(), "weight", String.valueOf(it.weight()));
            case Verb.Restart it -> Map.of("verb", "restart", "at", it.at().toString());
            case Verb.Scale it -> Map.of("verb", "scale", "replicas", String.valueOf(it.replicas()));
        };
    }

    private static Verb workloadVerb(Map<String, String> text) {
        return switch (get(text, "verb")) {
            case "promote" -> new Verb.Promote(get(text, "hash"), Integer.parseInt(get(text, "step")));
            case "promote-fully" -> new Verb.PromoteFully(get(text, "hash"));
            case "pause" -> new Verb.Pause();
            case "resume" -> new Verb.Resume();
            case "abort" -> new Verb.Abort(get(text, "hash"));
            case "retry" -> new Verb.Retry(get(text, "hash"));
            case "undo" -> new Verb.Undo(get(text, "hash"));
            case "set-weight" -> new Verb.SetWeight(get(text, "hash"), Double.parseDouble(get(text, "weight")));
            case "restart" -> new Verb.Restart(Instant.parse(get(text, "at")));
            case "scale" -> new Verb.Scale(Integer.parseInt(get(text, "replicas")));
            default -> throw unknown(text);
        };
    }

    private static Map<String, String> of(RegistryAct.Verb verb) {
        return switch (verb) {
            case RegistryAct.Verb.SetAlias it ->
                Map.of("verb", "set-alias", "alias", it.alias(), "version", it.version());
            case RegistryAct.Verb.DeleteAlias it -> Map.of("verb", "delete-alias", "alias", it.alias());
            case RegistryAct.Verb.SetTag it ->
                Map.of("verb", "set-tag", "version", it.version(), "key", it.key(), "value", it.value());
            case RegistryAct.Verb.DeleteTag it ->
                Map.of("verb", "delete-tag", "version", it.version(), "key", it.key());
        };
    }

    private static RegistryAct.Verb registryVerb(Map<String, String> text) {
        return switch (get(text, "verb")) {
            case "set-alias" -> new RegistryAct.Verb.SetAlias(get(text, "alias"), get(text, "version"));
            case "delete-alias" -> new RegistryAct.Verb.DeleteAlias(get(text, "alias"));
            case "set-tag" -> new RegistryAct.Verb.SetTag(get(text, "version"), get(text, "key"), get(text, "value"));
            case "delete-tag" -> new RegistryAct.Verb.DeleteTag(get(text, "version"), get(text, "key"));
            default -> throw unknown(text);
        };
    }

    private static Map<String, String> of(SilenceAct.Verb verb) {
        return switch (verb) {
            case SilenceAct.Verb.Create it -> {
                var text = new TreeMap<String, String>(Map.of(
                        "verb", "create",
                        "starts", it.startsAt().toString(),
                        "ends", it.endsAt().toString(),
                        "comment", it.comment()));
                for (int i = 0; i < it.matchers().size(); i++) {
                    var matcher = it.matchers().get(i);
                    text.put("matcher." + i + ".name", matcher.name());
                    text.put("matcher." + i + ".value", matcher.value());
                    text.put("matcher." + i + ".regex", String.valueOf(matcher.regex()));
                    text.put("matcher." + i + ".equal", String.valueOf(matcher.equal()));
                }
                yield text;
            }
            case SilenceAct.Verb.Extend it ->
                Map.of(
                        "verb",
                        "extend",
                        "silence",
                        it.silence(),
                        "ends",
                        it.endsAt().toString());
            case SilenceAct.Verb.Expire it -> Map.of("verb", "expire", "silence", it.silence());
        };
    }

    private static SilenceAct.Verb silenceVerb(Map<String, String> text) {
        return switch (get(text, "verb")) {
            case "create" -> {
                var matchers = new ArrayList<Silence.Matcher>();
                for (int i = 0; text.containsKey("matcher." + i + ".name"); i++) {
                    var at = "matcher." + i;
                    matchers.add(new Silence.Matcher(
                            get(text, at + ".name"),
                            get(text, at + ".value"),
                            Boolean.parseBoolean(get(text, at + ".regex")),
                            Boolean.parseBoolean(get(text, at + ".equal"))));
                }
                yield new SilenceAct.Verb.Create(
                        matchers,
                        Instant.parse(get(text, "starts")),
                        Instant.parse(get(text, "ends")),
                        get(text, "comment"));
            }
            case "extend" -> new SilenceAct.Verb.Extend(get(text, "silence"), Instant.parse(get(text, "ends")));
            case "expire" -> new SilenceAct.Verb.Expire(get(text, "silence"));
            default -> throw unknown(text);
        };
    }

    private static IllegalArgumentException unknown(Map<String, String> text) {
        return new IllegalArgumentException("an act that does " + text.get("verb") + " in " + text.get("in"));
    }

    private static String get(Map<String, String> text, String name) {
        var value = text.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an act without " + name);
        }
        return value;
    }
}
