package jml.views.oncall;

import java.util.Optional;
import jml.core.source.SourceHealth;
import jml.views.kit.Action;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import jml.views.kit.screen.Link;

/// What stands in place of a table without rows: nothing connected, nothing answered yet, or filtered away.
final class EmptyTable {
    private EmptyTable() {}

    /// Empty when there are rows.
    static Optional<Notice> of(OnCallContent content, Link link, Runnable clearFilters, Runnable toSources) {
        if (!content.lines().isEmpty()) {
            return Optional.empty();
        }
        if (content.total() > 0) {
            return Optional.of(Notice.empty(
                    "No model fits the filter",
                    link.filter().isBlank()
                            ? "No model is in that state now."
                            : "Nothing contains " + link.filter() + ".",
                    new Action("Show all", clearFilters)));
        }
        var sources = content.moment().snapshot().sources();
        if (sources.isEmpty()) {
            return Optional.of(Notice.notConnected(
                    "No source is connected",
                    Sentence.of("Models come from a registry, a cluster or metrics. One of them is enough to begin."),
                    new Action("Connect", toSources)));
        }
        var waiting = sources.stream().anyMatch(it -> it.state() == SourceHealth.State.WAITING);
        if (waiting) {
            return Optional.of(Notice.loading("Waiting for "
                    + String.join(
                            ", ",
                            sources.stream()
                                    .filter(it -> it.state() == SourceHealth.State.WAITING)
                                    .map(SourceHealth::name)
                                    .toList())
                    + "."));
        }
        return Optional.of(Notice.notConnected(
                "No model is known",
                Sentence.of("The sources answer and name no model, or none of them answers."),
                new Action("See sources", toSources)));
    }
}
