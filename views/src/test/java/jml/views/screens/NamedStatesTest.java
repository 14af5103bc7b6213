package jml.views.screens;

import java.util.stream.Stream;
import jml.views.kit.Fx;
import jml.views.kit.ScreenText;
import jml.views.kit.theme.Theme;
import jml.views.sample.SampleConsole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each named state as text, compared with the kept one, and as pictures in `target/screens` for people.
class NamedStatesTest {
    static Stream<String> names() {
        // For a quick look at some: -Dstates=review
        var some = System.getProperty("states", "");
        return NamedStates.all().keySet().stream().filter(it -> it.startsWith(some));
    }

    @ParameterizedTest
    @MethodSource("names")
    void itReadsAsKept(String name) {
        var text = Fx.call(() -> {
            var console = NamedStates.all().get(name).get();
            var scene = Fx.scene(console.frame.root(), Theme.DARK, 1440, 900);
            var shown = console.frame.show();
            lay(console);
            var seen = ScreenText.of(console.frame.root());
            for (var theme : Theme.values()) {
                console.frame.themeProperty().set(theme);
                lay(console);
                Fx.picture(scene, name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
            }
            shown.unsubscribe();
            return seen;
        });

        Golden.check(name, text);
    }

    private static void lay(SampleConsole console) {
        // Twice: the first pass fills the tables, the second lays out what they were filled with.
        for (var pass = 0; pass < 2; pass++) {
            console.frame.root().applyCss();
            console.frame.root().layout();
        }
    }
}
