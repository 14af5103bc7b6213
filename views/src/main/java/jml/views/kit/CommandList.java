package jml.views.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import org.jspecify.annotations.Nullable;

/// The command palette's look: one field, below it the commands that fit, chosen with the arrow keys and Enter.
///
/// It does not search: the caller listens to the field's text and hands over the commands, best first.
public final class CommandList extends VBox {
    private static final double LINE = 30;
    private static final int MOST_LINES = 10;

    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();

    public CommandList(String prompt) {
        getStyleClass().add("palette-list");
        field.setPromptText(prompt);
        field.getStyleClass().add("bare-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(IconView.of(Icon.SEARCH), field, new Keycap("Esc"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("palette-head");
        list.getStyleClass().add("palette-commands");
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Line());
        list.setOnMouseClicked(_ -> runSelected());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(head, list);
        show(List.of());
    }

    /// The field a person types into.
    public TextField field() {
        return field;
    }

    /// Lists `commands`, the first one that can be done selected.
    public void show(List<Command> commands) {
        list.getItems().setAll(commands);
        var height = LINE * Math.min(MOST_LINES, commands.size());
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        commands.stream()
                .filter(command -> command.blocked() == null)
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> runSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int step) {
        var size = list.getItems().size();
        if (size > 0) {
            var next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, size);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(next);
        }
    }

    private void runSelected() {
        var command = list.getSelectionModel().getSelectedItem();
        if (command != null && command.blocked() == null) {
            command.run().run();
        }
    }

    /// One command; its nodes are made once and filled again.
    private static final class Line extends ListCell<Command> {
        private final IconView icon = new IconView(IconView.Size.NORMAL);
        private final Label verb = new Label();
        private final Label rest = new Label();
        private final Keycap key = new Keycap("");
        private final HBox words = new HBox(verb, rest);
        private final HBox line = new HBox(icon, words, key);

        Line() {
            getStyleClass().add("palette-line");
            verb.getStyleClass().add("palette-verb");
            verb.setMinWidth(USE_PREF_SIZE);
            rest.setMaxWidth(Double.MAX_VALUE);
            rest.getStyleClass().add("palette-rest");
            words.setAlignment(Pos.CENTER_LEFT);
            words.getStyleClass().add("palette-words");
            HBox.setHgrow(words, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("palette-row");
            // As wide as the list, however long the words: they are cut, not scrolled.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null) {
                setGraphic(null);
                return;
            }
            var blocked = command.blocked();
            icon.show(blocked == null ? command.icon() : Icon.LOCK);
            verb.setText(blocked == null ? command.verb() : "");
            verb.setManaged(!verb.getText().isEmpty());
            rest.setText(blocked == null ? command.rest() : command.words());
            key.setText(command.key());
            key.setVisible(!command.key().isEmpty());
            key.setManaged(!command.key().isEmpty());
            getStyleClass().remove("palette-blocked");
            if (blocked != null) {
                getStyleClass().add("palette-blocked");
            }
            setGraphic(line);
        }
    }
}
