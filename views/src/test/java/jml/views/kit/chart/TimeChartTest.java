package jml.views.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import jml.views.kit.Fx;
import jml.views.kit.icon.Mark;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Theme;
import jml.views.kit.theme.Token;
import org.junit.jupiter.api.Test;

class TimeChartTest {
    private static final Instant FROM = Instant.parse("2026-11-24T11:00:00Z");
    private static final ChartModel.Axis AXIS = new ChartModel.Axis(FROM, FROM.plusSeconds(3600), ZoneOffset.UTC);

    @Test
    void itSaysInWordsWhatItShows() {
        var said = Fx.call(() -> {
            var chart = new TimeChart(144);
            chart.show(ChartModel.of(
                            "fidelity",
                            AXIS,
                            new ChartModel.Unit("", "%", 1),
                            List.of(
                                    ChartLine.of("v16", ChartLine.Role.BASELINE, series(98.4)),
                                    ChartLine.of("v17", ChartLine.Role.CANARY, series(Double.NaN))))
                    .limited(97, "objective 97")
                    .marked(List.of(ChartMark.at(Mark.PAGE, FROM.plusSeconds(600), "page"))));
            return chart.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        });

        assertThat(said).isEqualTo("fidelity, v16 98.4%, v17 no data, objective 97; page at 11:10");
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() {
        var values = new double[61];
        Arrays.fill(values, 50);
        Arrays.fill(values, 20, 41, Double.NaN);
        var image = Fx.call(() -> {
            var chart = new TimeChart(100);
            chart.show(ChartModel.of(
                            "x",
                            AXIS,
                            ChartModel.Unit.NONE,
                            List.of(ChartLine.of("", ChartLine.Role.CANARY, series(values))))
                    .scaled(new Scale(0, 100)));
            return Fx.scene(new StackPane(chart), Theme.DARK, 400, 100).snapshot(null);
        });
        var canary = Palette.of(Theme.DARK).get(Token.CANARY);
        var y = 20 + (100 - 38) / 2;

        assertThat(image.getPixelReader().getColor(100, y)).isEqualTo(canary);
        assertThat(image.getPixelReader().getColor(215, y)).isNotEqualTo(canary);
        assertThat(image.getPixelReader().getColor(330, y)).isEqualTo(canary);
    }

    @Test
    void thePointerNamesAnInstantInsideThePlotOnly() {
        var pointed = Fx.call(() -> {
            var chart = new TimeChart(100);
            chart.show(ChartModel.of("x", AXIS, ChartModel.Unit.NONE, List.of()));
            Fx.scene(new StackPane(chart), Theme.DARK, 442, 100);
            chart.fireEvent(moved(chart, 34 + 200));
            var inside = chart.pointedProperty().get();
            chart.fireEvent(moved(chart, 10));
            return Arrays.asList(inside, chart.pointedProperty().get());
        });

        assertThat(pointed).containsExactly(FROM.plusSeconds(1800), null);
    }

    private static TimeSeries series(double... values) {
        var millis = new long[values.length];
        Arrays.setAll(millis, i -> FROM.plusSeconds(60L * i).toEpochMilli());
        return new TimeSeries(millis, values, Duration.ofMinutes(1));
    }

    private static MouseEvent moved(TimeChart chart, double x) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                50,
                x,
                50,
                null,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                new PickResult(chart, x, 50));
    }
}
