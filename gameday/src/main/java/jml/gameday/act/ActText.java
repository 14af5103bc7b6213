package jml.gameday.act;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jml.core.act.Act;
import jml.core.act.RegistryAct;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Target;
import jml.core.alert.Silence.Matcher;
import jml.core.model.ModelKey;
import jml.core.release.Workload;

/// A done act as one line of text: fields between blanks, each escaped as in an address. Whoever adds a verb adds it to
/// both directions; what is written today has to be readable for a day.
final class ActText {
    private ActText() {}

    static String line(DoneAct done) {
        var act = done.act();
        var fields = new ArrayList<>(List.of(
                done.at().toString(),
                act.id().toString(),
                act.model().environment(),
                act.model().name()));
        switch (act) {
            case WorkloadAct workload -> {
                var target = workload.target();
                fields.addAll(
                        List.of("workload", target.cluster(), target.kind().name(), target.namespace()));
                fields.add(target.name());
                fields.addAll(words(workload.verb()));
            }
            case RegistryAct registry -> {
                fields.addAll(List.of("registry", registry.source(), registry.registered()));
                fields.addAll(words(registry.verb()));
            }
            case SilenceAct silence -> {
                fields.addAll(List.of("silence", silence.source()));
                fields.addAll(words(silence.verb()));
            }
        }
        return fields.stream()
                .map(it -> URLEncoder.encode(it, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(WorkloadAct.Verb verb) {
        return switch (verb) {
            case WorkloadAct.Verb.Promote it -> List.of("promote", it.hash(), Integer.toString(it.step()));
            case WorkloadAct.Verb.PromoteFully it -> List.of("promote-fully", it.hash());
            case WorkloadAct.Verb.Pause _ -> List.of("pause");
            case WorkloadAct.Verb.Resume _ -> List.of("resume");
            case WorkloadAct.Verb.Abort it -> List.of("abort", it.hash());
            case WorkloadAct.Verb.Retry it -> List.of("retry", it.hash());
            case WorkloadAct.Verb.Undo it -> List.of("undo", it.hash());
            case WorkloadAct.Verb.SetWeight it -> List.of("weight", it.hash(), Double.toString(it.weight()));
            case WorkloadAct.Verb.Restart it -> List.of("restart", it.at().toString());
            case WorkloadAct.Verb.Scale it -> List.of("scale", Integer.toString(it.replicas()));
        };
    }

    private static List<String> words(RegistryAct.Verb verb) {
        return switch (verb) {
            case RegistryAct.Verb.SetAlias it -> List.of("alias", it.alias(), it.version());
            case RegistryAct.Verb.DeleteAlias it -> List.of("no-alias", it.alias());
            case RegistryAct.Verb.SetTag it -> List.of("tag", it.version(), it.key(), it.value());
            case RegistryAct.Verb.DeleteTag it -> List.of("no-tag", it.version(), it.key());
        };
    }

    private static List<String> words(SilenceAct.Verb verb) {
        return switch (verb) {
            case SilenceAct.Verb.Create it -> {
                var words = new ArrayList<>(
                        List.of("create", it.startsAt().toString(), it.endsAt().toString()));
                words.add(it.comment());
                for (var matcher : it.matchers()) {
                    words.addAll(List.of(
                            matcher.name(),
                            matcher.value(),
                            Boolean.toString(matcher.regex()),
                            Boolean.toString(matcher.equal())));
                }
                yield words;
            }
            case SilenceAct.Verb.Extend it ->
                List.of("extend", it.silence(), it.endsAt().toString());
            case SilenceAct.Verb.Expire it -> List.of("expire", it.silence());
        };
    }

    /// @throws java.time.format.DateTimeParseException, IllegalArgumentException, java.util.NoSuchElementException when
    /// it is no such line
    static DoneAct act(String line) {
        var fields = Arrays.stream(line.split(" ", -1))
                .map(it -> URLDecoder.decode(it, StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(ArrayDeque::new));
        var at = Instant.parse(fields.remove());
        var id = UUID.fromString(fields.remove());
        var model = new ModelKey(fields.remove(), fields.remove());
        Act act =
                switch (fields.remove()) {
                    case "workload" -> new WorkloadAct(id, model, target(fields), workload(fields));
                    case "registry" -> new RegistryAct(id, model, fields.remove(), fields.remove(), registry(fields));
                    case "silence" -> new SilenceAct(id, model, fields.remove(), silence(fields));
                    default -> throw unknown(line);
                };
        return new DoneAct(at, act);
    }

    private static Target target(Deque<String> fields) {
        return new Target(fields.remove(), Workload.Kind.valueOf(fields.remove()), fields.remove(), fields.remove());
    }

    private static WorkloadAct.Verb workload(Deque<String> fields) {
        var verb = fields.remove();
        return switch (verb) {
            case "promote" -> new WorkloadAct.Verb.Promote(fields.remove(), Integer.parseInt(fields.remove()));
            case "promote-fully" -> new WorkloadAct.Verb.PromoteFully(fields.remove());
            case "pause" -> new WorkloadAct.Verb.Pause();
            case "resume" -> new WorkloadAct.Verb.Resume();
            case "abort" -> new WorkloadAct.Verb.Abort(fields.remove());
            case "retry" -> new WorkloadAct.Verb.Retry(fields.remove());
            case "undo" -> new WorkloadAct.Verb.Undo(fields.remove());
            case "weight" -> new WorkloadAct.Verb.SetWeight(fields.remove(), Double.parseDouble(fields.remove()));
            case "restart" -> new WorkloadAct.Verb.Restart(Instant.parse(fields.remove()));
            case "scale" -> new WorkloadAct.Verb.Scale(Integer.parseInt(fields.remove()));
            default -> throw unknown(verb);
        };
    }

    private static RegistryAct.Verb registry(Deque<String> fields) {
        var verb = fields.remove();
        return switch (verb) {
            case "alias" -> new RegistryAct.Verb.SetAlias(fields.remove(), fields.remove());
            case "no-alias" -> new RegistryAct.Verb.DeleteAlias(fields.remove());
            case "tag" -> new RegistryAct.Verb.SetTag(fields.remove(), fields.remove(), fields.remove());
            case "no-tag" -> new RegistryAct.Verb.DeleteTag(fields.remove(), fields.remove());
            default -> throw unknown(verb);
        };
    }

    private static SilenceAct.Verb silence(Deque<String> fields) {
        var verb = fields.remove();
        return switch (verb) {
            case "create" -> {
                var startsAt = Instant.parse(fields.remove());
                var endsAt = Instant.parse(fields.remove());
                var comment = fields.remove();
                var matchers = new ArrayList<Matcher>();
                while (!fields.isEmpty()) {
                    matchers.add(new Matcher(
                            fields.remove(),
                            fields.remove(),
                            Boolean.parseBoolean(fields.remove()),
                            Boolean.parseBoolean(fields.remove())));
                }
                yield new SilenceAct.Verb.Create(matchers, startsAt, endsAt, comment);
            }
            case "extend" -> new SilenceAct.Verb.Extend(fields.remove(), Instant.parse(fields.remove()));
            case "expire" -> new SilenceAct.Verb.Expire(fields.remove());
            default -> throw unknown(verb);
        };
    }

    private static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("no act: " + what);
    }
}
