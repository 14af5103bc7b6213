package jml.core.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvent.Kind;

/// A change that was seen in a cluster or a registry, and whose doing it is.
///
/// @param act id of the console's act in whose window it falls; empty when it was made elsewhere: by a person or tool
/// past the console, or by the release's own plan
/// @param actor who had that act sent; empty when it was made elsewhere, where the event's text says by whom if the API
/// told
public record SeenChange(FleetEvent event, String act, String actor) {
    private static final String BY = " (by ";
    private static final String END = ")";
    private static final Set<Kind> CHANGES =
            EnumSet.of(Kind.DEPLOY, Kind.ROLLBACK, Kind.ROLLOUT, Kind.WEIGHT, Kind.REGISTRY, Kind.SCALING);

    public boolean elsewhere() {
        return act.isEmpty();
    }

    /// Who made it, as its source told: what the event's text has in brackets at its end after "by". Empty when it is
    /// not told.
    public Optional<String> by() {
        var text = event.text();
        int at = text.lastIndexOf(BY);
        return at > 0 && text.endsWith(END)
                ? Optional.of(text.substring(at + BY.length(), text.length() - END.length()))
                : Optional.empty();
    }

    /// The event's text without who made it.
    public String text() {
        return by().map(who ->
                        event.text().substring(0, event.text().length() - BY.length() - who.length() - END.length()))
                .orElse(event.text());
    }

    /// A change's text with who made it, for [#by()].
    ///
    /// @param text a sentence
    public static String by(String text, String who) {
        return text + BY + who + END;
    }

    /// Each change among the events, in their order, with the newest act that explains it. An act explains changes of
    /// its model, of the kinds its verb brings about, from 30 s before it was sent until 15 min after it, or 2 min
    /// after its proposal ended if that comes first; a moved alias only that of its own name. Refused acts explain
    /// nothing.
    ///
    /// @param records of the whole journal, oldest first
    public static List<SeenChange> of(List<FleetEvent> events, List<AuditRecord> records) {
        var windows = ActWindow.of(records).reversed();
        return events.stream()
                .filter(event -> CHANGES.contains(event.kind()))
                .map(event -> windows.stream()
                        .filter(window -> window.explains(event))
                        .findFirst()
                        .map(window -> new SeenChange(event, window.act(), window.actor()))
                        .orElseGet(() -> new SeenChange(event, "", "")))
                .toList();
    }
}
