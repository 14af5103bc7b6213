package jml.views.releases.compare;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Links;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import jml.views.kit.Type;
import jml.views.releases.SideLines;
import jml.views.releases.compare.CompareContent.Choice;
import org.jspecify.annotations.Nullable;

/// Two versions of a model side by side: only what differs, unless equal ones are asked for.
public final class CompareView {
    private final CompareViewModel model;
    private final VBox root = new VBox();
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final Notice gone;

    public CompareView(CompareViewModel model) {
        this.model = model;
        gone = Notice.empty(
                "This model is not there at this instant",
                "It came later, or it is gone.",
                new Action("Back to the release", model::back));
        root.getStyleClass().add("release-page");
        lines.getStyleClass().add("compare-lines");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
    }

    public Region root() {
        return root;
    }

    public Subscription show() {
        return Subscription.combine(model.contentProperty().subscribe(this::showContent), model.show());
    }

    private void showContent(@Nullable CompareContent content) {
        if (content == null) {
            root.getChildren().setAll(gone);
            return;
        }
        root.getChildren().setAll(head(content), choice(content));
        if (!content.problem().isEmpty()) {
            root.getChildren()
                    .add(Notice.error(
                            "The registry does not tell",
                            Sentence.of(content.problem()),
                            new Action("Ask again", model::again),
                            new Action("Back to the release", model::back)));
            return;
        }
        lines.getChildren().clear();
        content.groups().forEach(group -> {
            lines.getChildren().add(SideLines.section(group.title(), group.note()));
            group.rows().forEach(row -> lines.getChildren().add(line(row)));
            group.gaps().forEach(gap -> lines.getChildren().add(SideLines.sentence(gap)));
        });
        root.getChildren().add(scroll);
    }

    private HBox head(CompareContent content) {
        var head = new HBox(
                Links.of(new Action(Words.oneLine(content.model(), 60), model::back)),
                Type.body("/"),
                Type.title("Compare versions"));
        head.getStyleClass().addAll("row", "release-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox choice(CompareContent content) {
        var was = versions(content.choices(), content.from());
        var is = versions(content.choices(), content.to());
        was.setAccessibleText("Compare from version");
        is.setAccessibleText("Compare with version");
        was.valueProperty().subscribe((_, now) -> model.choose(now, content.to()));
        is.valueProperty().subscribe((_, now) -> model.choose(content.from(), now));
        var summary = Type.body(content.summary());
        var line = new HBox(was, Type.body("→"), is, summary);
        if (content.same() > 0) {
            line.getChildren()
                    .add(Links.of(
                            model.all()
                                    ? new Action("Only what differs", () -> model.all(false))
                                    : new Action(
                                            "Show " + Words.count(content.same()) + " equal", () -> model.all(true))));
        }
        line.getStyleClass().addAll("row", "compare-choice");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static ComboBox<String> versions(List<Choice> choices, String chosen) {
        var box = new ComboBox<String>();
        choices.forEach(it -> box.getItems().add(it.version()));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String version) {
                return choices.stream()
                        .filter(it -> it.version().equals(version))
                        .map(Choice::words)
                        .findFirst()
                        .orElse(version == null ? "" : Words.version(version));
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        box.setValue(chosen);
        return box;
    }

    private static Node line(CompareContent.Row row) {
        var name = cell(row.name(), row.differs() ? "ink-2" : "ink-3", "compare-name");
        var was = cell(row.was(), "ink-3", "compare-value");
        var is = cell(row.is(), row.differs() ? "medium" : "ink-3", "compare-value");
        HBox.setHgrow(is, Priority.ALWAYS);
        var line = new HBox(name, was, is);
        line.getStyleClass().addAll("row", "compare-row");
        line.setAlignment(Pos.CENTER_LEFT);
        if (!row.whole().isEmpty()) {
            Tooltip.install(line, new Tooltip(row.whole()));
        }
        return line;
    }

    private static Label cell(String words, String ink, String width) {
        var label = Type.small(words);
        label.getStyleClass().addAll(ink, width);
        return label;
    }
}
