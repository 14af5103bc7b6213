package jml.views.kit.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jml.views.kit.Type;
import jml.views.kit.chart.ChartLine;
import jml.views.kit.chart.ChartMark;
import jml.views.kit.chart.ChartModel;
import jml.views.kit.chart.MeterBar;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.Scale;
import jml.views.kit.chart.Sparkline;
import jml.views.kit.chart.StepTrack;
import jml.views.kit.chart.TimeChart;
import jml.views.kit.chart.TimeSeries;
import jml.views.kit.icon.Mark;

/// The sheet's drawings, from series made by a seeded walk.
final class ChartExamples {
    private static final Instant FROM = Instant.parse("2026-11-24T11:32:00Z");
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final int SAMPLES = 90;

    private ChartExamples() {}

    static Node chart() {
        var baseline = walk(4, SAMPLES, 62, 6, _ -> 0);
        var canary = walk(6, SAMPLES, 64, 7, x -> x > 0.55 ? 130 * (x - 0.55) : 0);
        Arrays.fill(canary, 0, 30, Double.NaN);
        Arrays.fill(canary, 61, 66, Double.NaN);
        baseline[SAMPLES - 1] = 61;
        canary[SAMPLES - 1] = 121;
        var to = FROM.plus(STEP.multipliedBy(SAMPLES - 1));
        var chart = new TimeChart(196);
        chart.show(ChartModel.of(
                        "p95 latency",
                        new ChartModel.Axis(FROM, to, ZoneOffset.UTC),
                        new ChartModel.Unit("", " ms", 0),
                        List.of(
                                ChartLine.of("v16", ChartLine.Role.BASELINE, series(baseline)),
                                new ChartLine("v17", ChartLine.Role.CANARY, series(canary), band(canary, 5))))
                .scaled(new Scale(40, 130))
                .limited(100, "objective 100")
                .marked(List.of(
                        ChartMark.at(Mark.CHANGE, at(0.34), "v17 5%"),
                        ChartMark.at(Mark.CHANGE, at(0.56), "v17 25%"),
                        ChartMark.at(Mark.PAGE, at(0.84), "page"),
                        ChartMark.at(Mark.ACT, at(0.93), "paused"))));
        return chart;
    }

    static Node tracks() {
        var steps = new StepTrack();
        steps.show(List.of(
                new StepTrack.Step("5%", "13:20", StepTrack.Stage.DONE),
                new StepTrack.Step("10%", "13:45", StepTrack.Stage.DONE),
                new StepTrack.Step("25%", "14:09", StepTrack.Stage.HELD),
                new StepTrack.Step("50%", "", StepTrack.Stage.AHEAD),
                new StepTrack.Step("100%", "", StepTrack.Stage.AHEAD)));
        var box = new VBox(
                steps,
                meter("fit 0.86", 0.86, MeterBar.Tone.STRONG, false),
                meter("fit 0.41", 0.41, MeterBar.Tone.QUIET, false),
                meter("€41/h of €38/h", 1.08, MeterBar.Tone.ATTENTION, true),
                marks());
        box.getStyleClass().add("sheet-tracks");
        return box;
    }

    static Sparkline trend(long seed, double base, double noise, double slope, double width) {
        var points = Points.of(walk(seed, 30, base, noise, x -> slope * x));
        var spark = new Sparkline("trend", width, 44);
        spark.show(points, Scale.of(points), Sparkline.Tone.QUIET);
        return spark;
    }

    /// A walk that forgets, around `base`, bent by `shape` of the position from 0 to 1; the same for the same seed.
    static double[] walk(long seed, int samples, double base, double noise, DoubleUnaryOperator shape) {
        var random = new Random(seed);
        var values = new double[samples];
        var drift = 0.0;
        for (var i = 0; i < samples; i++) {
            drift = drift * 0.55 + (random.nextDouble() - 0.5) * noise;
            values[i] = base + drift + shape.applyAsDouble((double) i / (samples - 1));
        }
        return values;
    }

    private static HBox meter(String words, double fraction, MeterBar.Tone tone, boolean budget) {
        var bar = budget ? new MeterBar(words).againstBudget() : new MeterBar(words);
        bar.show(fraction, tone);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var label = Type.small(words);
        label.getStyleClass().addAll("ink-2", "sheet-meter-words");
        var row = new HBox(bar, label);
        row.getStyleClass().add("row");
        return row;
    }

    private static HBox marks() {
        var row = new HBox();
        row.getStyleClass().add("row");
        for (var mark : Mark.values()) {
            var word =
                    switch (mark) {
                        case CHANGE -> "change";
                        case PAGE -> "page";
                        case TICKET -> "ticket";
                        case ACT -> "act";
                    };
            row.getChildren().addAll(mark.view(), Type.small(word));
        }
        return row;
    }

    private static TimeSeries series(double[] values) {
        var millis = new long[values.length];
        Arrays.setAll(millis, i -> FROM.plus(STEP.multipliedBy(i)).toEpochMilli());
        return new TimeSeries(millis, values, STEP);
    }

    private static ChartLine.Band band(double[] values, double half) {
        return new ChartLine.Band(
                Arrays.stream(values).map(v -> v - half).toArray(),
                Arrays.stream(values).map(v -> v + half).toArray());
    }

    private static Instant at(double share) {
        return FROM.plusSeconds(Math.round(STEP.toSeconds() * (SAMPLES - 1) * share));
    }
}
