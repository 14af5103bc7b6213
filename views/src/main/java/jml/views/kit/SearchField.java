package jml.views.kit;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// A field that filters or searches, with the key that leads into it.
public final class SearchField extends HBox {
    private final TextField field = new TextField();
    private String leadingKey = "";

    public SearchField(String prompt, String key) {
        getStyleClass().add("search-field");
        setAlignment(Pos.CENTER_LEFT);
        field.setPromptText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(IconView.small(Icon.SEARCH), field, new Keycap(key));
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals(leadingKey)) {
                event.consume();
            }
            leadingKey = "";
        });
        setOnMouseClicked(_ -> field.requestFocus());
    }

    /// Moves the focus into the field after a press of `key`, which must not be typed into it.
    public void enterBy(String key) {
        leadingKey = key;
        field.requestFocus();
    }

    /// The field itself: its text, its focus.
    public TextField field() {
        return field;
    }
}
