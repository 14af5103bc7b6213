package jml.views.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Text on its surface must be readable: 4.5:1 or better (WCAG 2.2, 1.4.3), control edges 3:1 (1.4.11).
class ContrastTest {
    private static final List<Token> SURFACES =
            List.of(Token.BG_0, Token.BG_1, Token.BG_2, Token.BG_3, Token.BG_SEL, Token.BG_HOVER);
    private static final List<String> STATES =
            List.of("HEALTHY", "ATTENTION", "BREACHING", "NODATA", "LITTLE", "STALE", "PAUSED");
    private static final List<Token> INKS = List.of(
            Token.TEXT_1,
            Token.TEXT_2,
            Token.TEXT_3,
            Token.ACCENT,
            Token.CANARY,
            Token.BASELINE,
            Token.AXIS,
            Token.THRESHOLD,
            Token.ENV_STAGING,
            Token.ENV_DEV,
            Token.ENV_SIM,
            Token.C1,
            Token.C2,
            Token.C3,
            Token.C4,
            Token.C5,
            Token.C6);

    private record Pair(Token ink, Token surface, double atLeast) {}

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTextIsReadableOnEverySurfaceItStandsOn(Theme theme) {
        var palette = Palette.of(theme);

        assertThat(pairs()).hasSizeGreaterThan(150).allSatisfy(pair -> assertThat(
                        contrast(palette.get(pair.ink), palette.get(pair.surface)))
                .as("%s on %s, %s", pair.ink, pair.surface, theme)
                .isGreaterThanOrEqualTo(pair.atLeast));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tokensOfTheSheetAndOfThePaletteAreTheSame(Theme theme) {
        assertThat(Palette.parse(Palette.read(theme)).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Token.values()).map(Token::cssName).toList());
    }

    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        var states = STATES.stream().map(Token::valueOf).toList();
        for (var surface : SURFACES) {
            Stream.concat(INKS.stream(), states.stream()).forEach(ink -> pairs.add(new Pair(ink, surface, 4.5)));
        }
        for (var state : STATES) {
            var tint = Token.valueOf(state + "_BG");
            Stream.of(Token.valueOf(state), Token.TEXT_1, Token.TEXT_2, Token.TEXT_3)
                    .forEach(ink -> pairs.add(new Pair(ink, tint, 4.5)));
        }
        for (var surface : List.of(Token.BG_0, Token.BG_1, Token.BG_2)) {
            pairs.add(new Pair(Token.TEXT_OFF, surface, 4.5));
        }
        pairs.add(new Pair(Token.CANARY, Token.CANARY_BG, 4.5));
        pairs.add(new Pair(Token.BASELINE, Token.BASELINE_BG, 4.5));
        pairs.add(new Pair(Token.ON_ACCENT, Token.ACCENT_SOLID, 4.5));
        pairs.add(new Pair(Token.ON_BREACHING, Token.BREACHING_SOLID, 4.5));
        pairs.add(new Pair(Token.ON_ENV_PROD, Token.ENV_PROD, 4.5));
        pairs.add(new Pair(Token.LINE_3, Token.BG_1, 3));
        pairs.add(new Pair(Token.LINE_3, Token.BG_2, 3));
        pairs.add(new Pair(Token.FOCUS, Token.BG_1, 3));
        return pairs;
    }

    private static double contrast(Color a, Color b) {
        var high = Math.max(luminance(a), luminance(b));
        var low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
