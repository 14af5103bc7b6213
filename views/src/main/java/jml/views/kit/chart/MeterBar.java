package jml.views.kit.chart;

import javafx.scene.canvas.GraphicsContext;
import jml.core.text.Words;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// A bar of 6 px that says how much of something is there: a share of a whole, or spend against a budget.
///
/// Against a budget it runs to 125% with a tick at 100%, so that going over is seen as length, not only as colour.
public final class MeterBar extends Drawing {
    public enum Tone {
        QUIET(Token.TEXT_3),
        STRONG(Token.TEXT_1),
        ACCENT(Token.ACCENT),
        ATTENTION(Token.ATTENTION),
        BREACHING(Token.BREACHING),
        CANARY(Token.CANARY);

        private final Token ink;

        Tone(Token ink) {
            this.ink = ink;
        }
    }

    private static final double WHOLE = 1;
    private static final double BUDGET = 1.25;

    private final String name;
    private double end = WHOLE;
    private double fraction = Double.NaN;
    private Tone tone = Tone.QUIET;

    /// An empty bar; `name` is what its accessible text calls it.
    public MeterBar(String name) {
        super("meter-bar");
        this.name = name;
    }

    /// Makes this a bar against a budget.
    public MeterBar againstBudget() {
        end = BUDGET;
        getStyleClass().add("meter-budget");
        redraw();
        return this;
    }

    /// Shows `fraction` of the whole or of the budget, 1 for all of it; NaN leaves the bar empty.
    public void show(double fraction, Tone tone) {
        this.fraction = fraction;
        this.tone = tone;
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        var thickness = Math.min(6, height);
        var top = (height - thickness) / 2;
        g.setFill(palette.get(Token.BG_3));
        g.fillRoundRect(0, top, width, thickness, 2, 2);
        if (Double.isFinite(fraction)) {
            g.setFill(palette.get(tone.ink));
            g.fillRoundRect(0, top, Math.clamp(fraction / end, 0, 1) * width, thickness, 2, 2);
        }
        if (end > WHOLE) {
            g.setFill(palette.get(Token.TEXT_1));
            g.fillRect(Math.rint(width / end) - 1, 0, 1.5, height);
        }
    }

    @Override
    protected String said() {
        return Double.isFinite(fraction) ? name + ": " + Words.percent(fraction, 0) : name + ": no data";
    }
}
