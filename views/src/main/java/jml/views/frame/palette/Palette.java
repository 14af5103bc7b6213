package jml.views.frame.palette;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import jml.views.kit.Command;
import jml.views.kit.CommandList;
import org.jspecify.annotations.Nullable;

/// The command palette over the whole window. Esc, a click beside it, or a choice closes it. FX thread.
public final class Palette extends StackPane {
    private static final double WIDTH = 600;

    private final PaletteViewModel model;
    private @Nullable CommandList made;
    private @Nullable Node focusBefore;

    public Palette(PaletteViewModel model) {
        this.model = model;
        getStyleClass().add("palette-place");
        setAlignment(Pos.TOP_CENTER);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setVisible(false);
    }

    /// Opens empty, or closes.
    public void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        var list = list();
        list.field().clear();
        search("");
        setVisible(true);
        list.field().requestFocus();
    }

    private void close() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void search(String typed) {
        list().show(model.commands(typed).stream().map(this::closing).toList());
    }

    // Made when it is first opened.
    private CommandList list() {
        var list = made;
        if (list == null) {
            list = new CommandList("Go to a model, a screen, or do something");
            made = list;
            list.setMaxSize(WIDTH, USE_PREF_SIZE);
            list.field().textProperty().subscribe((_, typed) -> search(typed));
            getChildren().add(list);
        }
        return list;
    }

    private Command closing(Command command) {
        return new Command(command.icon(), command.verb(), command.rest(), command.key(), command.blocked(), () -> {
            close();
            command.run().run();
        });
    }
}
