package jml.views.frame;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import org.jspecify.annotations.Nullable;

/// The bar below every screen: the instant shown, the track of events to drag along, how much time it spans, and the
/// way back to live.
final class TimeBar extends HBox {
    private static final Map<Duration, String> WINDOWS = windows();

    private final TimeBarViewModel model;
    private final TimeTrack track;
    private final Label time = new Label("–");
    private final Label day = new Label();
    private final Tooltip utc = new Tooltip();
    private final Button span = Buttons.plain(new Action("6 h", () -> {}));
    private final Button live;
    private @Nullable Boolean past;

    TimeBar(TimeBarViewModel model) {
        this.model = model;
        track = new TimeTrack(model);
        getStyleClass().add("time-bar");
        time.getStyleClass().add("time-now");
        day.getStyleClass().add("t-label");
        Tooltip.install(time, utc);
        var now = new VBox(time, day);
        now.getStyleClass().add("time-words");
        HBox.setHgrow(track, Priority.ALWAYS);
        span.setGraphic(IconView.small(Icon.DOWN));
        span.setContentDisplay(ContentDisplay.RIGHT);
        span.setOnAction(_ -> menu().show(span, Side.TOP, 0, -4));
        live = Buttons.plain(new Action("Live", model::live));
        live.setTooltip(new Tooltip("Back to live  Esc"));
        span.setMinWidth(USE_PREF_SIZE);
        live.setMinWidth(USE_PREF_SIZE);
        var end = new HBox(span, live);
        end.setAlignment(Pos.CENTER_LEFT);
        end.getStyleClass().add("time-end");
        getChildren().addAll(now, track, end);
    }

    Subscription show() {
        var shown = model.contentProperty().subscribe(this::showContent);
        var chosen = model.windowProperty()
                .subscribe(window -> span.setText(WINDOWS.getOrDefault(window, window.toHours() + " h")));
        return shown.and(chosen).and(model.show());
    }

    private void showContent(@Nullable TimeBarContent content) {
        if (content == null) {
            return;
        }
        track.show(content);
        var zone = content.zone();
        time.setText(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                .withZone(zone)
                .format(content.cursor()));
        day.setText(DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH)
                        .withZone(zone)
                        .format(content.cursor())
                + (content.past() ? " · past" : " · now"));
        utc.setText(content.cursor() + " (UTC)");
        if (past == null || past != content.past()) {
            past = content.past();
            wayBack(content.past());
        }
    }

    private void wayBack(boolean past) {
        live.getStyleClass().setAll("button", past ? "primary" : "plain");
        if (past) {
            live.setGraphic(IconView.small(Icon.PLAY));
        } else {
            var dot = new Region();
            dot.getStyleClass().addAll("live-dot", "live-live");
            live.setGraphic(dot);
        }
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        WINDOWS.forEach((window, words) -> {
            var item = new MenuItem(words);
            item.setOnAction(_ -> model.windowProperty().set(window));
            menu.getItems().add(item);
        });
        return menu;
    }

    private static Map<Duration, String> windows() {
        var windows = new LinkedHashMap<Duration, String>();
        windows.put(Duration.ofHours(1), "1 h");
        windows.put(Duration.ofHours(6), "6 h");
        windows.put(Duration.ofHours(24), "24 h");
        windows.put(Duration.ofDays(7), "7 d");
        return windows;
    }
}
