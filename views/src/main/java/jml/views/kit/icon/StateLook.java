package jml.views.kit.icon;

import java.util.Locale;
import jml.core.fleet.ModelState;
import jml.views.kit.theme.Token;

/// How each state looks: icon, word and colour, always together, so that colour is never the only carrier.
///
/// This is the look only; what a state means and when a model is in it is decided elsewhere.
public enum StateLook {
    BREACHING(Icon.BREACHING, "Breaching", Token.BREACHING),
    ATTENTION(Icon.ATTENTION, "Attention", Token.ATTENTION),
    NO_DATA(Icon.NO_DATA, "No data", Token.NODATA),
    STALE(Icon.STALE, "Stale", Token.STALE),
    TOO_LITTLE(Icon.LITTLE, "Too little data", Token.LITTLE),
    PAUSED(Icon.PAUSED, "Paused", Token.PAUSED),
    HEALTHY(Icon.HEALTHY, "Healthy", Token.HEALTHY);

    private final Icon icon;
    private final String word;
    private final Token color;

    StateLook(Icon icon, String word, Token color) {
        this.icon = icon;
        this.word = word;
        this.color = color;
    }

    /// The look of a model's state.
    public static StateLook of(ModelState state) {
        return switch (state) {
            case BREACHING -> BREACHING;
            case ATTENTION -> ATTENTION;
            case NO_DATA -> NO_DATA;
            case STALE -> STALE;
            case TOO_LITTLE_DATA -> TOO_LITTLE;
            case PAUSED -> PAUSED;
            case HEALTHY -> HEALTHY;
        };
    }

    public Icon icon() {
        return icon;
    }

    /// The word that stands beside the icon when nothing more exact is known.
    public String word() {
        return word;
    }

    /// The colour of icon and word on any surface.
    public Token color() {
        return color;
    }

    /// The style class that gives this colour, for example `breaching`.
    public String styleClass() {
        return color.name().toLowerCase(Locale.ROOT);
    }
}
