package jml.views.connections;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jml.core.source.SourceHealth;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Links;
import jml.views.kit.StateBadge;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.screen.Copied;
import jml.views.kit.screen.Surroundings;
import org.jspecify.annotations.Nullable;

/// The selected source: how it does and what to do, its settings, a test of them, and what changes them.
final class SourcePanel extends VBox {
    private final ConnectionsViewModel model;
    private final Surroundings around;
    private final StackPane tested = new StackPane();
    private @Nullable SourceForm form;
    private boolean past;

    SourcePanel(ConnectionsViewModel model, Surroundings around) {
        this.model = model;
        this.around = around;
        getStyleClass().addAll("panel", "source-panel");
    }

    /// @param row of the selected source; null for a new one or none
    void show(@Nullable SourceRow row, boolean inPast) {
        past = inPast;
        getChildren().clear();
        form = null;
        var draft = model.draft().orElse(null);
        if (row == null && draft == null) {
            nothing();
            return;
        }
        var body = new VBox(say(row));
        body.getStyleClass().add("panel-content");
        if (draft != null) {
            var fields = new SourceForm(model, draft, () -> {});
            form = fields;
            body.getChildren().addAll(fields, test(draft));
        }
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(row), scroll);
        if (draft != null) {
            getChildren().add(foot(draft));
        }
        showTrial(model.trialProperty().get());
    }

    void showTrial(ConnectionsViewModel.Trial trial) {
        tested.getChildren().clear();
        switch (trial) {
            case ConnectionsViewModel.Trial.None _ -> {}
            case ConnectionsViewModel.Trial.Running running ->
                tested.getChildren().add(quiet(running.what()));
            case ConnectionsViewModel.Trial.Failed failed -> {
                var why = quiet(failed.why());
                why.getStyleClass().add("ink-breaching");
                tested.getChildren().add(why);
            }
            case ConnectionsViewModel.Trial.Done done ->
                tested.getChildren().add(new TestReport(done.report(), this::copy));
        }
    }

    private void nothing() {
        var hint = new VBox(
                Type.say("Choose a source to see its settings."),
                quiet("Or add one by hand: an address is enough to test it."));
        hint.getStyleClass().add("panel-summary");
        getChildren().add(hint);
    }

    private static HBox head(@Nullable SourceRow row) {
        var name = Type.title(row == null ? "New source" : row.name());
        name.setMinWidth(0);
        var head = new HBox();
        if (row != null) {
            var state = row.state();
            var badge = StateBadge.filled(state.state()).show(state.state(), state.word());
            badge.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(badge);
        }
        head.getChildren().add(name);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private static VBox say(@Nullable SourceRow row) {
        var box = new VBox();
        box.getStyleClass().add("panel-say");
        var health = row == null ? null : row.health();
        var problem = health == null ? null : health.problem();
        if (row == null) {
            box.getChildren().addAll(Type.say("Where is it?"), quiet("A test writes nothing, here or there."));
        } else if (problem != null) {
            box.getChildren()
                    .addAll(Type.say(ProblemText.headline(problem.kind())), quiet(ProblemText.advice(problem.kind())));
            box.getChildren().add(quiet(problem.message()));
            if (!problem.request().isBlank()) {
                var request = Type.mono(problem.request());
                request.setWrapText(true);
                box.getChildren().add(request);
            }
        } else {
            box.getChildren().add(Type.say(well(health)));
        }
        if (health != null) {
            health.warnings().forEach(warning -> box.getChildren().add(quiet("It warns: " + warning)));
        }
        if (row != null && row.settings() == null) {
            box.getChildren().add(quiet("It is part of the console: there is nothing to set."));
        }
        return box;
    }

    private static String well(@Nullable SourceHealth health) {
        if (health == null) {
            return "It was not asked yet.";
        }
        return switch (health.state()) {
            case LIVE -> "It answers.";
            case WAITING -> "It was asked, and has not answered yet.";
            case PAUSED -> "It is not asked now, on purpose.";
            case STALE, DEAD -> "It has not answered lately.";
        };
    }

    private VBox test(SourceDraft draft) {
        var again = Links.of(new Action("Test with these settings", () -> {
            if (form != null && form.judge()) {
                model.test(draft);
            }
        }));
        var note = Type.small("writes nothing");
        note.getStyleClass().add("ink-3");
        var head = new HBox(Type.section("Test"), note, grow(), again);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("section-head");
        var box = new VBox(head, tested);
        tested.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("section");
        return box;
    }

    private VBox foot(SourceDraft draft) {
        var saving = Buttons.primary(new Action("Save", () -> {
            if (form != null && form.judge()) {
                model.save(draft);
            }
        }));
        saving.setDisable(past);
        var line = new HBox(big(saving), big(Buttons.plain(new Action("Cancel", model::cancel))), grow());
        if (draft.original().isPresent()) {
            line.getChildren().add(big(removal(draft)));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("row");
        var note = quiet(
                past
                        ? "You see the past. Return to live to change settings."
                        : "Takes effect at once; no screen is closed.");
        note.setGraphic(IconView.small(past ? Icon.LOCK : Icon.INFO));
        var foot = new VBox(line, note);
        foot.getStyleClass().add("panel-foot");
        return foot;
    }

    /// Pressed once it asks, pressed twice it removes.
    private Button removal(SourceDraft draft) {
        var button = Buttons.danger(new Action("Remove source", () -> {}));
        button.setDisable(past);
        button.setOnAction(_ -> {
            if (button.getText().startsWith("Really")) {
                model.remove(draft);
            } else {
                button.setText(
                        "Really remove " + draft.original().map(it -> it.name()).orElse("it") + "?");
            }
        });
        button.focusedProperty().subscribe(focused -> {
            if (!focused) {
                button.setText("Remove source");
            }
        });
        return button;
    }

    private void copy(String text) {
        Copied.text(text);
        around.say().accept("Copied.");
    }

    private static Button big(Button button) {
        button.getStyleClass().add("big");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Region grow() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static javafx.scene.control.Label quiet(String text) {
        var label = Type.body(text);
        label.setWrapText(true);
        label.getStyleClass().add("ink-2");
        return label;
    }
}
