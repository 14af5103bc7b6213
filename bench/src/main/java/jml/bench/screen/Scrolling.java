package jml.bench.screen;

import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;

/// Turns the wheel three rows a pulse, down to the end and up again. FX thread.
final class Scrolling extends AnimationTimer {
    private static final double THREE_ROWS = 84;

    private final Scene scene;
    private final PulseMeter meter;
    private boolean down = true;
    private int first = -1;
    private int pulses;
    private int moved;

    Scrolling(Scene scene, PulseMeter meter) {
        this.scene = scene;
        this.meter = meter;
    }

    /// Share of the pulses in which other rows were shown than in the one before, 0..1.
    double share() {
        return moved / (double) Math.max(1, pulses);
    }

    @Override
    public void handle(long now) {
        if (!(scene.getRoot().lookup(".fleet-table .virtual-flow") instanceof VirtualFlow<?> flow)) {
            return;
        }
        var top = flow.getFirstVisibleCell();
        if (top == null) {
            return;
        }
        pulses++;
        moved += top.getIndex() == first ? 0 : 1;
        first = top.getIndex();
        if (first == 0 || last(flow)) {
            down = first == 0;
        }
        meter.timed(() -> Event.fireEvent(flow, wheel(down ? -THREE_ROWS : THREE_ROWS)));
    }

    private static boolean last(VirtualFlow<?> flow) {
        var bottom = flow.getLastVisibleCell();
        return bottom != null && bottom.getIndex() == flow.getCellCount() - 1;
    }

    private static ScrollEvent wheel(double pixels) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                pixels,
                0,
                pixels,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.LINES,
                Math.signum(pixels) * 3,
                0,
                null);
    }
}
