package jml.views.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import jml.views.kit.theme.Fonts;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// Paints one time bar. Thousands of events cost no more than there are pixels: what falls on one another is painted
/// once.
final class TimeTrackPainter {
    private static final double ALERTS = 10.5;
    private static final double CHANGES = 25;
    private static final double LABELS = 50;
    private static final double FAINT = 0.45;
    private static final double MARK_WIDTH = 3;
    // As wide as a mark: those of many models never run together into a band that says less than one of them.
    private static final double OTHERS_APART = 12;
    private static final Duration[] STEPS = {
        Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1)
    };
    private static final double MOST_LABELS = 8;

    private final GraphicsContext g;
    private final TimeBarContent content;
    private final boolean chosen;
    private final Palette palette;
    private final double left;
    private final double width;
    private final Set<Long> painted = new HashSet<>();

    TimeTrackPainter(GraphicsContext g, TimeBarContent content, Palette palette, double left, double width) {
        this.g = g;
        this.content = content;
        // Without a chosen model everybody's marks are shown as if they were its own.
        this.chosen = content.marks().stream().anyMatch(it -> !it.mine());
        this.palette = palette;
        this.left = left;
        this.width = width;
    }

    void paint() {
        ticks();
        if (content.past()) {
            later();
        }
        // Others' first, so that the selected model's lie on top.
        content.marks().stream().filter(it -> !it.mine()).forEach(this::event);
        painted.clear();
        content.marks().stream().filter(TimeBarContent.Event::mine).forEach(this::event);
        handle();
    }

    private void ticks() {
        var step = step();
        var half = step.dividedBy(2);
        var zone = content.zone();
        var label = DateTimeFormatter.ofPattern(step.toDays() > 0 ? "d MMM" : "HH:mm", Locale.ENGLISH)
                .withZone(zone);
        // Local midnight, so that ticks fall on local hours whatever the zone's offset.
        var origin =
                content.from().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        g.setFont(Fonts.of(Fonts.REGULAR, 11));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        var whole = true;
        for (var at = origin; at.isBefore(content.to()); at = at.plus(half), whole = !whole) {
            if (at.isBefore(content.from())) {
                continue;
            }
            var x = x(at);
            g.setStroke(palette.get(Token.LINE_3));
            g.setLineWidth(1);
            g.strokeLine(x, whole ? 32 : 33, x, 38);
            if (whole && x > left + 14 && x < left + width - 14 && !nearNow(x)) {
                g.setFill(palette.get(Token.AXIS));
                g.fillText(label.format(at), x, LABELS - 4);
            }
        }
    }

    private boolean nearNow(double x) {
        return content.past() && Math.abs(x - x(content.now())) < 50;
    }

    private Duration step() {
        var span = Duration.between(content.from(), content.to());
        for (var step : STEPS) {
            if ((double) span.toMillis() / step.toMillis() <= MOST_LABELS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /// The stretch between the shown instant and now.
    private void later() {
        var from = x(content.cursor());
        var to = Math.min(x(content.now()), left + width);
        g.setFill(palette.get(Token.LINE_2));
        g.fillRect(from, 33, Math.max(0, to - from), 5);
        if (to < left + width + 1) {
            g.setStroke(palette.get(Token.HEALTHY));
            g.setLineDashes(2, 2);
            g.strokeLine(to, 6, to, 38);
            g.setLineDashes((double[]) null);
            g.setFill(palette.get(Token.TEXT_2));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(
                    "now "
                            + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                                    .withZone(content.zone())
                                    .format(content.now()),
                    Math.min(to + 4, left + width + 4),
                    LABELS - 4);
        }
    }

    private void event(TimeBarContent.Event event) {
        var x = x(event.at());
        var faint = !event.mine() || event.at().isAfter(content.cursor());
        g.setGlobalAlpha(faint ? FAINT : 1);
        if (event.mark().alert()) {
            alert(event, x);
        } else if (inside(x) && fresh(event, x)) {
            event.mark().draw(g, x, CHANGES, palette);
        }
        g.setGlobalAlpha(1);
    }

    private void alert(TimeBarContent.Event event, double x) {
        var until = event.until();
        var end = event.firing() ? x(content.now()) : until == null ? x : x(until);
        if (end < left || x > left + width) {
            return;
        }
        var from = Math.max(x, left);
        var to = Math.min(end, left + width);
        var ink = palette.get(event.mark().ink());
        if (to > from) {
            g.setStroke(ink);
            g.setLineWidth(3);
            g.strokeLine(from, ALERTS, to, ALERTS);
        }
        if (inside(x) && fresh(event, x)) {
            event.mark().draw(g, x, ALERTS, palette);
        }
    }

    private void handle() {
        var x = x(content.cursor());
        var ink = palette.get(content.past() ? Token.ATTENTION : Token.ACCENT);
        g.setStroke(ink);
        g.setLineWidth(1.5);
        g.strokeLine(x, 0, x, 36);
        g.setFill(ink);
        g.fillRoundRect(x - 5, 29, 10, 13, 4, 4);
        g.setStroke(palette.get(Token.BG_0));
        g.setLineWidth(1);
        g.strokeLine(x - 1.5, 33, x - 1.5, 38);
        g.strokeLine(x + 1.5, 33, x + 1.5, 38);
    }

    private boolean fresh(TimeBarContent.Event event, double x) {
        long slot = (long) Math.floor(x / (event.mine() && chosen ? MARK_WIDTH : OTHERS_APART));
        return painted.add(slot * 16 + event.mark().ordinal());
    }

    private boolean inside(double x) {
        return x >= left && x <= left + width;
    }

    private double x(Instant at) {
        var span = (double) content.to().toEpochMilli() - content.from().toEpochMilli();
        return Math.rint(left + (at.toEpochMilli() - content.from().toEpochMilli()) / span * width) + 0.5;
    }
}
