package jml.views.kit.table;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.icon.Icon;
import jml.views.kit.screen.Surroundings;

/// The buttons beside the filter: which columns, and the rows as a file.
public final class TableMenu<R> {
    private final FleetTable<R> table;
    private final Surroundings around;
    private final String name;

    /// @param name of a saved file without its ending
    public TableMenu(FleetTable<R> table, Surroundings around, String name) {
        this.table = table;
        this.around = around;
        this.name = name;
    }

    public Button columns() {
        var button = Buttons.icon(Icon.COLUMNS, new Action("Columns", () -> {}));
        button.setOnAction(_ -> table.columns().chooser().show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    public Button export() {
        var button = Buttons.icon(Icon.DOWNLOAD, new Action("Export these rows", () -> {}));
        var menu = new ContextMenu(
                item("As CSV…", "csv", () -> TableExport.csv(table.columns().visible(), table.lines())),
                item("As JSON…", "json", () -> TableExport.json(table.columns().visible(), table.lines())));
        button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    private MenuItem item(String words, String ending, Supplier<String> text) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> {
            var chooser = new FileChooser();
            chooser.setInitialFileName(name + "." + ending);
            var file = chooser.showSaveDialog(table.getScene().getWindow());
            if (file != null) {
                save(file, text);
            }
        });
        return item;
    }

    private void save(File file, Supplier<String> text) {
        around.work()
                .run(
                        () -> Files.writeString(file.toPath(), text.get(), StandardCharsets.UTF_8),
                        path -> around.say().accept("Saved " + path.getFileName() + "."),
                        problem -> around.say().accept("Could not save: " + problem.getMessage() + "."));
    }
}
