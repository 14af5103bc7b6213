package jml.views.kit.chart;

import javafx.scene.canvas.GraphicsContext;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// The steps of a rollout as dots on a short line, for a table cell: done ones filled, the one under way filled too or
/// a square where it was stopped, rings for what is to come.
public final class StepDots extends Drawing {
    private static final double DOT = 6;

    private int steps;
    private int reached;
    private boolean stopped;

    public StepDots() {
        super("step-dots");
    }

    /// @param steps of the plan; 0 draws nothing
    /// @param reached how many are done or under way
    /// @param stopped whether the last one reached holds it
    public void show(int steps, int reached, boolean stopped) {
        this.steps = steps;
        this.reached = Math.min(reached, steps);
        this.stopped = stopped;
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (steps == 0) {
            return;
        }
        double apart = steps == 1 ? 0 : (width - DOT) / (steps - 1);
        double top = Math.rint((height - DOT) / 2);
        for (int i = 0; i < steps - 1; i++) {
            g.setFill(palette.get(i + 1 < reached ? Token.CANARY : Token.LINE_2));
            g.fillRect(i * apart + DOT, top + DOT / 2 - 1, apart - DOT, 2);
        }
        for (int i = 0; i < steps; i++) {
            dot(g, i * apart, top, i, palette);
        }
    }

    private void dot(GraphicsContext g, double x, double top, int i, Palette palette) {
        if (i >= reached) {
            g.setStroke(palette.get(Token.LINE_3));
            g.setLineWidth(1.4);
            g.strokeOval(x + 0.7, top + 0.7, DOT - 1.4, DOT - 1.4);
        } else if (stopped && i == reached - 1) {
            g.setFill(palette.get(Token.BREACHING));
            g.fillRect(x - 1, top - 1, DOT + 2, DOT + 2);
        } else {
            g.setFill(palette.get(Token.CANARY));
            g.fillOval(x, top, DOT, DOT);
        }
    }

    @Override
    protected String said() {
        return steps == 0 ? "no steps" : "step " + reached + " of " + steps + (stopped ? ", stopped" : "");
    }
}
