package jml.views.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import jml.core.source.SourceHealth;
import jml.core.text.Words;
import jml.views.connections.ProblemText;
import jml.views.kit.Action;
import jml.views.kit.Links;
import jml.views.kit.Popover;
import jml.views.kit.Sentence;
import jml.views.kit.Type;

/// The pop-over of the source strip: every source with its age, and for one in trouble what it said last, the request
/// that failed, and what to do.
final class SourceDetails {
    private final Popover popover = new Popover();
    private final Runnable toConnections;
    private List<SourceHealth> shown = List.of();
    private Instant at = Instant.EPOCH;

    SourceDetails(Runnable toConnections) {
        this.toConnections = toConnections;
    }

    void toggle(Node anchor) {
        fill();
        popover.toggle(anchor);
    }

    /// Shows `sources` from now on; while nobody looks, nothing is made.
    void show(List<SourceHealth> sources, Instant now) {
        var same = sources.equals(shown);
        shown = sources;
        at = now;
        if (popover.showing() && !same) {
            fill();
        }
    }

    private void fill() {
        popover.content(nodes(shown, at).toArray(Node[]::new));
    }

    /// The lines, apart from the pop-over that needs a window.
    List<Node> nodes(List<SourceHealth> sources, Instant now) {
        var nodes = new ArrayList<Node>();
        for (var source : sources) {
            nodes.add(Sources.line(source, now).row());
            trouble(source, now).ifPresent(nodes::add);
        }
        nodes.add(Links.small(new Action("Open Connections", () -> {
            popover.hide();
            toConnections.run();
        })));
        return nodes;
    }

    private static java.util.Optional<Node> trouble(SourceHealth source, Instant now) {
        var box = new VBox();
        box.getStyleClass().add("source-trouble");
        var problem = source.problem();
        if (problem != null) {
            var since = Duration.between(problem.since(), now);
            box.getChildren()
                    .addAll(
                            small(Sentence.strong(
                                    ProblemText.headline(problem.kind()), " " + ProblemText.advice(problem.kind()))),
                            small(Sentence.of(Words.oneLine(problem.message(), 160) + ", "
                                    + Words.count(problem.times(), "time") + " in " + Words.age(since) + ".")));
            if (!problem.request().isBlank()) {
                box.getChildren().add(Type.mono(Words.oneLine(problem.request(), 90)));
            }
        }
        source.warnings().stream().limit(2).forEach(warning -> box.getChildren()
                .add(small(Sentence.of("It warns: " + Words.oneLine(warning, 160)))));
        return box.getChildren().isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(box);
    }

    private static Sentence small(Sentence sentence) {
        sentence.getStyleClass().addAll("t-small", "ink-2");
        return sentence;
    }
}
