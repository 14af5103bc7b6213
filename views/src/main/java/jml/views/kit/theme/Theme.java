package jml.views.kit.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;

/// The two looks of the console. A theme is applied to a scene; pop-ups of that scene inherit it.
///
/// Each theme is AtlantaFX Primer below, its tokens as looked-up colours (`-jml-bg-1`, …) on the root, and the kit's
/// style sheets, which are the same for both. Style sheets that a screen added to the scene stay, after the kit's.
public enum Theme {
    DARK,
    LIGHT;

    /// The kit's sheets in the order of the cascade, without the tokens.
    private static final List<String> SHEETS = List.of(
            "base", "controls", "pieces", "table", "popover", "frame", "oncall", "releases", "connections", "act");

    /// Puts this theme on `scene`, in place of the one it had. FX thread, or before the scene is shown.
    public void apply(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(
                this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var sheets = new ArrayList<String>();
        sheets.add(url(token()));
        SHEETS.forEach(name -> sheets.add(url(name)));
        scene.getStylesheets().stream()
                .filter(sheet -> !sheets.contains(sheet) && !isTokenSheet(sheet))
                .forEach(sheets::add);
        scene.getStylesheets().setAll(sheets);
    }

    /// The other theme.
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /// The file name of this theme's tokens without its ending; also the theme's name in file names.
    String token() {
        return this == DARK ? "dark" : "light";
    }

    private static boolean isTokenSheet(String sheet) {
        return sheet.equals(url(DARK.token())) || sheet.equals(url(LIGHT.token()));
    }

    private static String url(String name) {
        return resource(name).toExternalForm();
    }

    /// The style sheet `name` of the resources; an error of the build when it is not there.
    static URL resource(String name) {
        var url = Theme.class.getResource("/jml/theme/" + name + ".css");
        if (url == null) {
            throw new IllegalStateException("style sheet is missing: " + name + ".css");
        }
        return url;
    }
}
