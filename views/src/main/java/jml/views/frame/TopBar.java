package jml.views.frame;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import jml.views.kit.EnvironmentChip;
import jml.views.kit.Keycap;
import jml.views.kit.SourceStrip;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import org.jspecify.annotations.Nullable;

/// The bar above every screen: environment, search, how live, sources.
final class TopBar extends HBox {
    private final Consumer<String> goToEnvironment;
    private final StackPane chip = new StackPane();
    private final LiveLight live = new LiveLight();
    private final SourceStrip strip;
    private FrameContent.@Nullable Place place;

    TopBar(Consumer<String> goToEnvironment, Runnable search, Runnable sources) {
        this.goToEnvironment = goToEnvironment;
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        strip = new SourceStrip(sources);
        strip.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(chip, searchButton(search), space, live, strip);
    }

    void show(FrameContent content, List<jml.views.kit.SourceLine> sources) {
        if (!Objects.equals(place, content.place())) {
            place = content.place();
            chip.getChildren().clear();
            if (!place.name().isEmpty()) {
                chip.getChildren().add(chip(place));
            }
            chip.setManaged(!place.name().isEmpty());
        }
        live.show(content.live());
        strip.show(sources);
        strip.setVisible(!sources.isEmpty());
    }

    /// Where the details of the sources open.
    Region sourceAnchor() {
        return strip;
    }

    private EnvironmentChip chip(FrameContent.Place now) {
        var chip = now.readOnly()
                ? EnvironmentChip.readOnly(now.name(), now.kind())
                : EnvironmentChip.of(now.name(), now.kind());
        chip.setMinWidth(USE_PREF_SIZE);
        if (now.choices().size() < 2) {
            return chip;
        }
        return chip.opening(() -> {
            var menu = new ContextMenu();
            now.choices().forEach(choice -> {
                var item = new MenuItem(choice.name());
                item.setOnAction(_ -> goToEnvironment.accept(choice.name()));
                menu.getItems().add(item);
            });
            menu.show(chip, Side.BOTTOM, 0, 4);
        });
    }

    private static Button searchButton(Runnable search) {
        var words = new Label("Search or run…");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(IconView.of(Icon.SEARCH), words, new Keycap("Ctrl K"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("top-search-line");
        var button = new Button("", line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("top-search");
        // The first to give way in a narrow window.
        button.setMinWidth(0);
        button.setAccessibleText("Search or run, Ctrl+K");
        button.setOnAction(_ -> search.run());
        return button;
    }
}
