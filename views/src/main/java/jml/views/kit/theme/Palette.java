package jml.views.kit.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The colours of one theme for drawings, which looked-up colours do not reach.
///
/// Read once from the theme's token style sheet, so a colour is written in one place only. Immutable; safe from any
/// thread.
public final class Palette {
    private static final Pattern DECLARATION = Pattern.compile("(-jml-[\\w-]+):\\s*(#[0-9A-Fa-f]{6,8});");
    private static final Map<Theme, Palette> ALL = new EnumMap<>(Map.of(
            Theme.DARK, new Palette(Theme.DARK),
            Theme.LIGHT, new Palette(Theme.LIGHT)));

    private final Map<Token, Color> colors = new EnumMap<>(Token.class);

    private Palette(Theme theme) {
        var declared = parse(read(theme));
        for (var token : Token.values()) {
            var web = declared.get(token.cssName());
            if (web == null) {
                throw new IllegalStateException("the " + theme.token() + " theme has no " + token.cssName());
            }
            colors.put(token, Color.web(web));
        }
    }

    /// The palette of `theme`.
    public static Palette of(Theme theme) {
        return require(ALL.get(theme), theme);
    }

    /// The colour of `token` in this theme.
    public Color get(Token token) {
        return require(colors.get(token), token);
    }

    /// Every colour declared in a token style sheet, by looked-up name.
    static Map<String, String> parse(String css) {
        var declared = new HashMap<String, String>();
        var matcher = DECLARATION.matcher(css);
        while (matcher.find()) {
            declared.put(matcher.group(1), matcher.group(2));
        }
        return declared;
    }

    static String read(Theme theme) {
        try (InputStream in = Theme.resource(theme.token()).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("tokens of " + theme, e);
        }
    }

    private static <T> T require(@Nullable T value, Object key) {
        if (value == null) {
            throw new IllegalStateException("nothing for " + key);
        }
        return value;
    }
}
