package jml.views.oncall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import jml.core.fleet.Unmatched;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Links;
import jml.views.kit.Popover;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.screen.Copied;

/// The line below the table that says what belongs to no model, and, opened, the rule that would match it.
final class UnmatchedLine extends HBox {
    private static final int LISTED = 8;

    private final Consumer<String> say;
    private final Runnable toMapping;
    private final Label words = Type.small("");
    private final Popover popover = new Popover();
    private List<Unmatched> shown = List.of();

    UnmatchedLine(Consumer<String> say, Runnable toMapping) {
        this.say = say;
        this.toMapping = toMapping;
        getStyleClass().add("unmatched-line");
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("ink-2");
        var rules = Links.small(new Action("Which rule would match", () -> popover.toggle(this)));
        getChildren().addAll(IconView.small(Icon.NO_DATA), words, rules);
        setVisible(false);
        setManaged(false);
    }

    void show(List<Unmatched> unmatched) {
        if (unmatched.equals(shown)) {
            return;
        }
        shown = unmatched;
        setVisible(!unmatched.isEmpty());
        setManaged(!unmatched.isEmpty());
        words.setText(sentence(unmatched));
        var lines = new ArrayList<Node>();
        unmatched.stream().limit(LISTED).forEach(it -> lines.add(line(it)));
        if (unmatched.size() > LISTED) {
            lines.add(Links.small(
                    new Action("All " + Words.count(unmatched.size()) + " in Connections", this::openMapping)));
        }
        popover.content(lines.toArray(Node[]::new));
    }

    /// "2 workloads match no registered model."
    static String sentence(List<Unmatched> unmatched) {
        var parts = new ArrayList<String>();
        for (var kind : Unmatched.Kind.values()) {
            var n = unmatched.stream().filter(it -> it.kind() == kind).count();
            if (n > 0) {
                parts.add(
                        switch (kind) {
                            case WORKLOAD -> Words.count(n, "workload");
                            // The plural of series is series.
                            case SERIES -> Words.count(n) + " series";
                            case ALERT -> Words.count(n, "alert");
                        });
            }
        }
        var one = unmatched.size() == 1 && unmatched.getFirst().kind() != Unmatched.Kind.SERIES;
        return String.join(", ", parts) + (one ? " matches" : " match") + " no registered model.";
    }

    private Node line(Unmatched unmatched) {
        var what = Type.mono(Words.oneLine(unmatched.what(), 60));
        var reason = Type.small(unmatched.reason());
        reason.getStyleClass().add("ink-3");
        var rule = Type.mono(Words.oneLine(unmatched.rule(), 90));
        rule.getStyleClass().add("ink-2");
        var copy = Links.small(new Action("Copy rule", () -> {
            Copied.text(unmatched.rule());
            say.accept("The rule is copied.");
        }));
        var rules = new HBox(rule, copy);
        rules.getStyleClass().add("row");
        var box = new VBox(what, reason, rules);
        box.getStyleClass().add("unmatched-item");
        return box;
    }

    private void openMapping() {
        popover.hide();
        toMapping.run();
    }
}
