package jml.views.kit.chart;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// Evidence with two sides: to the right that the canary is worse, to the left that it is not worse than allowed, each
/// with the line at which it decides. Both as log₁₀ of E.
public final class EvidenceBar extends Drawing {
    /// What is shown.
    ///
    /// @param worse evidence that the canary is worse; below 0 is none
    /// @param worseLine where it decides, above 0
    /// @param within evidence that it is no worse than its margin allows; below 0 is none
    /// @param withinLine where it decides, above 0
    public record Evidence(double worse, double worseLine, double within, double withinLine) {}

    private static final double THICKNESS = 8;

    /// How far beyond a line the bar is still drawn to scale.
    private static final double ROOM = 1.6;

    private Evidence evidence = new Evidence(0, 1, 0, 1);

    public EvidenceBar() {
        super("evidence-bar");
    }

    public void show(Evidence found) {
        evidence = found;
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        double top = Math.rint((height - THICKNESS) / 2);
        double middle = Math.rint(width * 0.4);
        double right = width - middle;
        g.setFill(palette.get(Token.BG_3));
        g.fillRoundRect(0, top, width, THICKNESS, 2, 2);
        double worse = part(evidence.worse, evidence.worseLine);
        double within = part(evidence.within, evidence.withinLine);
        boolean failed = evidence.worse >= evidence.worseLine;
        boolean passed = evidence.within >= evidence.withinLine;
        g.setFill(palette.get(passed ? Token.HEALTHY : Token.TEXT_3));
        g.fillRect(middle - within * middle, top + 1, within * middle, THICKNESS - 2);
        g.setFill(palette.get(failed ? Token.BREACHING : Token.TEXT_3));
        g.fillRect(middle, top + 1, worse * right, THICKNESS - 2);
        if (failed && worse >= 1) {
            g.fillPolygon(
                    new double[] {width - 4, width + 2, width - 4},
                    new double[] {top - 2, height / 2, top + THICKNESS + 2},
                    3);
        }
        g.setFill(palette.get(Token.TEXT_1));
        g.fillRect(Math.rint(middle - middle / ROOM), top - 3, 1.5, THICKNESS + 6);
        g.fillRect(Math.rint(middle + right / ROOM), top - 3, 1.5, THICKNESS + 6);
    }

    private static double part(double found, double line) {
        return Double.isNaN(found) ? 0 : Math.clamp(found / (line * ROOM), 0, 1);
    }

    @Override
    protected String said() {
        if (Double.isNaN(evidence.worse) && Double.isNaN(evidence.within)) {
            return "no evidence, an interval only";
        }
        return String.format(
                Locale.ROOT,
                "evidence of harm %.1f of %.1f, of no harm %.1f of %.1f (log10 E)",
                evidence.worse,
                evidence.worseLine,
                evidence.within,
                evidence.withinLine);
    }
}
