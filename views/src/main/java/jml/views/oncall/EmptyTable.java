package jml.views.oncall;

import java.util.Optional;
import java.util.stream.Collectors;
import jml.core.source.SourceHealth;
import jml.views.kit.Action;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import jml.views.kit.screen.Link;

/// Why a table has no rows: nothing connected, nothing answered yet, filtered away, or nothing known.
record EmptyTable(Reason reason, String why) {
    enum Reason {
        FILTERED,
        NOT_CONNECTED,
        WAITING,
        UNKNOWN
    }

    /// Empty when there are rows.
    static Optional<EmptyTable> of(OnCallContent content, Link link) {
        if (!content.lines().isEmpty()) {
            return Optional.empty();
        }
        if (content.total() > 0) {
            return Optional.of(new EmptyTable(
                    Reason.FILTERED,
                    link.filter().isBlank()
                            ? "No model is in that state now."
                            : "Nothing contains " + link.filter().strip() + "."));
        }
        var sources = content.moment().snapshot().sources();
        if (sources.isEmpty()) {
            return Optional.of(new EmptyTable(
                    Reason.NOT_CONNECTED,
                    "Models come from a registry, a cluster or metrics. One of them is enough to begin."));
        }
        var waiting = sources.stream()
                .filter(it -> it.state() == SourceHealth.State.WAITING)
                .map(SourceHealth::name)
                .collect(Collectors.joining(", "));
        return Optional.of(
                waiting.isEmpty()
                        ? new EmptyTable(
                                Reason.UNKNOWN, "The sources that answer name no model, or none of them answers.")
                        : new EmptyTable(Reason.WAITING, "Waiting for " + waiting + "."));
    }

    Notice notice(Runnable clearFilters, Runnable toSources) {
        return switch (reason) {
            case FILTERED -> Notice.empty("No model fits the filter", why, new Action("Show all", clearFilters));
            case NOT_CONNECTED ->
                Notice.notConnected("No source is connected", Sentence.of(why), new Action("Connect", toSources));
            case WAITING -> Notice.loading(why);
            case UNKNOWN ->
                Notice.notConnected("No model is known", Sentence.of(why), new Action("See sources", toSources));
        };
    }
}
