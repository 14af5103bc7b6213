package jml.engine.act;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.Confirmation;
import jml.core.act.Proposal;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.core.model.ModelKey;

/// What an entry of the journal holds beside its acts, as flat text, and back.
final class StoryText {
    private StoryText() {}

    static SortedMap<String, String> of(Proposal proposal) {
        var text = new TreeMap<String, String>();
        text.put("proposal", proposal.id().toString());
        text.put("purpose", proposal.purpose().name());
        text.put("environment", proposal.model().environment());
        text.put("model", proposal.model().name());
        text.put("title", proposal.title());
        text.put("from", proposal.from());
        text.put("to", proposal.to());
        text.putAll(acts(proposal.acts()));
        return text;
    }

    static SortedMap<String, String> acts(List<Act> acts) {
        var text = new TreeMap<String, String>();
        for (int i = 0; i < acts.size(); i++) {
            put(text, "act." + i + ".", ActText.of(acts.get(i)));
        }
        return text;
    }

    static Proposal proposal(Map<String, String> text) {
        return new Proposal(
                UUID.fromString(get(text, "proposal")),
                Proposal.Purpose.valueOf(get(text, "purpose")),
                new ModelKey(get(text, "environment"), get(text, "model")),
                get(text, "title"),
                get(text, "from"),
                get(text, "to"),
                readActs(text));
    }

    static List<Act> readActs(Map<String, String> text) {
        var acts = new ArrayList<Act>();
        for (int i = 0; text.containsKey("act." + i + ".id"); i++) {
            acts.add(ActText.read(under(text, "act." + i + ".")));
        }
        return acts;
    }

    static Confirmation confirmation(String actor, Map<String, String> text) {
        return new Confirmation(actor, get(text, "reason"), "");
    }

    /// @param prefix before each name, so that one entry can hold several
    static SortedMap<String, String> of(Sighting sighting, String prefix) {
        var text = new TreeMap<String, String>();
        text.put(prefix + "at", sighting.at().toString());
        text.put(prefix + "target", sighting.target());
        text.put(prefix + "version", sighting.version());
        put(text, prefix + "field.", sighting.fields());
        put(text, prefix + "note.", sighting.notes());
        return text;
    }

    static Sighting sighting(Map<String, String> text, String prefix) {
        return new Sighting(
                Instant.parse(get(text, prefix + "at")),
                get(text, prefix + "target"),
                get(text, prefix + "version"),
                under(text, prefix + "field."),
                under(text, prefix + "note."));
    }

    static SortedMap<String, String> of(Receipt receipt) {
        return new TreeMap<>(
                switch (receipt) {
                    case Receipt.Accepted it ->
                        Map.of(
                                "receipt",
                                "accepted",
                                "status",
                                String.valueOf(it.status()),
                                "took",
                                it.took().toString(),
                                "mark",
                                it.mark());
                    case Receipt.Refused it ->
                        Map.of(
                                "receipt",
                                "refused",
                                "why",
                                it.reason().name(),
                                "status",
                                String.valueOf(it.status()),
                                "message",
                                it.message());
                    case Receipt.Unknown it -> Map.of("receipt", "unknown", "message", it.message());
                });
    }

    static Receipt receipt(Map<String, String> text) {
        return switch (get(text, "receipt")) {
            case "accepted" ->
                new Receipt.Accepted(
                        Integer.parseInt(get(text, "status")), Duration.parse(get(text, "took")), get(text, "mark"));
            case "refused" ->
                new Receipt.Refused(
                        Receipt.Reason.valueOf(get(text, "why")),
                        Integer.parseInt(get(text, "status")),
                        get(text, "message"));
            case "unknown" -> new Receipt.Unknown(get(text, "message"));
            default -> throw new IllegalArgumentException("a receipt that is " + text.get("receipt"));
        };
    }

    private static void put(Map<String, String> text, String prefix, Map<String, String> more) {
        more.forEach((name, value) -> text.put(prefix + name, value));
    }

    private static SortedMap<String, String> under(Map<String, String> text, String prefix) {
        var found = new TreeMap<String, String>();
        text.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private static String get(Map<String, String> text, String name) {
        var value = text.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an entry without " + name);
        }
        return value;
    }
}
