package jml.app.window;

import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import jml.views.frame.ConsoleFrame;
import jml.views.kit.theme.Theme;

/// Which theme the window wears: the one a person chose, else the system's, also when that changes. FX thread.
final class WindowTheme {
    private WindowTheme() {}

    /// Dresses `frame` as `kept` says and, while it says the system's, follows `system`.
    static Subscription dress(ConsoleFrame frame, String kept, ObservableValue<Theme> system) {
        if (kept.equals(WindowState.FOLLOW_SYSTEM)) {
            return frame.followSystem(system);
        }
        frame.themeProperty().set(kept.equals("light") ? Theme.LIGHT : Theme.DARK);
        return Subscription.EMPTY;
    }

    /// What to keep for the next start: a choice, or what was kept `before`.
    static String kept(String before, boolean chosen, Theme worn) {
        if (!chosen) {
            return before;
        }
        return worn == Theme.LIGHT ? "light" : "dark";
    }

    /// The theme that goes with the system's colours.
    static ObservableValue<Theme> of(ObservableValue<ColorScheme> system) {
        return system.map(scheme -> scheme == ColorScheme.LIGHT ? Theme.LIGHT : Theme.DARK);
    }
}
