package jml.core.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.model.ModelKey;
import org.jspecify.annotations.Nullable;

/// One act that was sent and not refused, and the time in which a change of its kind is its doing: from [#EARLY] before
/// it was sent (clocks differ) until [#LATE] after it, or [#SETTLES] after its proposal ended if that comes first.
///
/// @param subject of a registry act: `Alias champion`, as events begin; empty for others
record ActWindow(String act, String actor, ModelKey model, Set<Kind> kinds, String subject, Instant from, Instant to) {
    static final Duration EARLY = Duration.ofSeconds(30);
    static final Duration LATE = Duration.ofMinutes(15);
    static final Duration SETTLES = Duration.ofMinutes(2);

    boolean explains(FleetEvent event) {
        return model.equals(event.model())
                && kinds.contains(event.kind())
                && event.text().startsWith(subject)
                && !event.at().isBefore(from)
                && !event.at().isAfter(to);
    }

    /// Of all acts in a journal, in its order.
    static List<ActWindow> of(List<AuditRecord> records) {
        var asked = new HashMap<String, Map<String, String>>();
        var sent = new LinkedHashMap<String, AuditRecord>();
        var ended = new HashMap<String, Instant>();
        for (var record : records) {
            var details = record.details();
            if (record.is(AuditAction.ACT_INTENT) || record.is(AuditAction.ACT_FINISHED)) {
                acts(details, asked);
            } else if (record.is(AuditAction.ACT_SENT)) {
                sent.put(details.getOrDefault(AuditEntry.ACT, ""), record);
            } else if (record.is(AuditAction.ACT_REFUSED)) {
                sent.remove(details.getOrDefault(AuditEntry.ACT, ""));
            } else if (record.is(AuditAction.ACT_ENDED)) {
                ended.put(details.getOrDefault("proposal", ""), record.at());
            }
        }
        var windows = new ArrayList<ActWindow>();
        sent.forEach((act, record) -> {
            var what = asked.get(act);
            if (what != null) {
                windows.add(of(act, record, what, ended.get(record.details().getOrDefault("proposal", ""))));
            }
        });
        return windows;
    }

    private static void acts(Map<String, String> details, Map<String, Map<String, String>> into) {
        for (int i = 0; details.containsKey("act." + i + ".id"); i++) {
            var prefix = "act." + i + ".";
            var act = new HashMap<String, String>();
            details.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    act.put(name.substring(prefix.length()), value);
                }
            });
            into.put(act.getOrDefault("id", ""), act);
        }
    }

    private static ActWindow of(String act, AuditRecord sent, Map<String, String> what, @Nullable Instant ended) {
        var latest = sent.at().plus(LATE);
        var settled = ended == null ? latest : ended.plus(SETTLES);
        return new ActWindow(
                act,
                sent.actor(),
                new ModelKey(what.getOrDefault("environment", ""), what.getOrDefault("model", "")),
                kinds(what.getOrDefault("verb", "")),
                subject(what),
                sent.at().minus(EARLY),
                settled.isBefore(latest) ? settled : latest);
    }

    // A promotion explains no roll-back: whoever aborts while it goes on did that elsewhere.
    private static Set<Kind> kinds(String verb) {
        return switch (verb) {
            case "promote", "promote-fully", "retry", "set-weight", "resume" ->
                Set.of(Kind.ROLLOUT, Kind.WEIGHT, Kind.DEPLOY);
            case "abort", "undo" -> Set.of(Kind.ROLLBACK, Kind.ROLLOUT, Kind.WEIGHT, Kind.DEPLOY);
            case "pause" -> Set.of(Kind.ROLLOUT);
            case "restart" -> Set.of(Kind.ROLLOUT, Kind.DEPLOY);
            case "scale" -> Set.of(Kind.SCALING);
            case "set-alias", "delete-alias", "set-tag", "delete-tag" -> Set.of(Kind.REGISTRY);
            default -> Set.of();
        };
    }

    private static String subject(Map<String, String> what) {
        return switch (what.getOrDefault("verb", "")) {
            case "set-alias", "delete-alias" -> "Alias " + what.getOrDefault("alias", "") + " ";
            case "set-tag", "delete-tag" -> "Tag";
            default -> "";
        };
    }
}
