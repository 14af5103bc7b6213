package jml.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import jml.views.kit.theme.Theme;
import org.junit.jupiter.api.Test;

class WindowThemeTest {
    @Test
    void theThemeGoesWithTheSystemsColoursAlsoWhenTheyChange() {
        var system = new SimpleObjectProperty<>(ColorScheme.DARK);
        List<Theme> worn = new ArrayList<>();

        WindowTheme.of(system).subscribe(theme -> worn.add(theme));
        system.set(ColorScheme.LIGHT);

        assertThat(worn).containsExactly(Theme.DARK, Theme.LIGHT);
    }

    @Test
    void onlyAChoiceIsKept() {
        assertThat(WindowTheme.kept("system", false, Theme.LIGHT)).isEqualTo("system");
        assertThat(WindowTheme.kept("system", true, Theme.LIGHT)).isEqualTo("light");
        assertThat(WindowTheme.kept("light", true, Theme.DARK)).isEqualTo("dark");
    }
}
