package jml.views.kit.table;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import jml.views.kit.Fx;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.Scale;
import jml.views.kit.chart.Sparkline;
import jml.views.kit.icon.StateLook;
import jml.views.kit.theme.Theme;

/// Measures the FX thread's work a pulse (handlers, CSS, layout) with 5,000 rows of ten columns, scrolling in every
/// pulse and refreshing every tenth with values that all changed. Run by hand; prints milliseconds.
final class FleetTableSpeed {
    private static final int ROWS = 5_000;
    private static final int PULSES = 600;
    private static final int WARM_UP = 200;

    private record Model(String name, StateLook state, CellText[] figures, Cells.Arms arms, Points burn) {}

    private FleetTableSpeed() {}

    public static void main(String[] arguments) throws InterruptedException {
        var done = new CountDownLatch(1);
        var millis = new double[PULSES];
        var sets = new ArrayList<List<FleetLine<Model>>>();
        for (var i = 0; i < 8; i++) {
            sets.add(lines(i));
        }
        Fx.run(() -> {
            var table = new FleetTable<>(columns());
            table.show(sets.getFirst());
            var stage = Fx.show(table, Theme.DARK, 864, 800);
            measure(stage.getScene(), table, sets, millis, done);
        });
        done.await();
        var warm = Arrays.copyOfRange(millis, WARM_UP, PULSES);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "FX work a pulse, ms: p50 %.2f  p95 %.2f  p99 %.2f  max %.2f%n",
                warm[warm.length / 2],
                warm[warm.length * 95 / 100],
                warm[warm.length * 99 / 100],
                warm[warm.length - 1]);
        Fx.run(Platform::exit);
    }

    private static void measure(
            Scene scene,
            FleetTable<Model> table,
            List<List<FleetLine<Model>>> sets,
            double[] millis,
            CountDownLatch done) {
        var start = new long[1];
        var handlers = new long[1];
        var pulse = new int[1];
        scene.addPreLayoutPulseListener(() -> start[0] = cpuNanos());
        scene.addPostLayoutPulseListener(() -> {
            if (pulse[0] < PULSES) {
                millis[pulse[0]++] = (cpuNanos() - start[0] + handlers[0]) / 1e6;
            } else {
                done.countDown();
            }
        });
        new AnimationTimer() {
            private int n;

            @Override
            public void handle(long now) {
                var from = cpuNanos();
                n++;
                table.view().scrollTo(n * 3 % (ROWS - 40));
                if (n % 10 == 0) {
                    table.show(sets.get(n / 10 % sets.size()));
                }
                handlers[0] = cpuNanos() - from;
            }
        }.start();
    }

    // CPU time of this thread, not wall time: other processes of the machine are not the table's work.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<FleetColumn<Model>> columns() {
        var columns = new ArrayList<FleetColumn<Model>>();
        columns.add(new FleetColumn<>(
                "state",
                "State",
                "",
                94,
                FleetColumn.Kind.TEXT,
                Cells.state(m -> Cells.StateWord.of(m.state)),
                m -> m.state.word()));
        columns.add(FleetColumn.text("model", "Model", "", 140, FleetColumn.Kind.NAME, m -> CellText.of(m.name)));
        columns.add(new FleetColumn<>(
                "version",
                "Version → canary",
                "",
                100,
                FleetColumn.Kind.TEXT,
                Cells.arms(Model::arms),
                m -> m.arms.baseline()));
        for (var i = 0; i < 6; i++) {
            var index = i;
            columns.add(FleetColumn.text("f" + i, "Figure", "%", 54, FleetColumn.Kind.NUMBER, m -> m.figures[index]));
        }
        columns.add(new FleetColumn<>(
                "burn",
                "Burn, 1 h",
                "",
                74,
                FleetColumn.Kind.GROWING,
                Cells.trend("burn, 1 h", new Scale(0, 3), m -> new Cells.Trend(m.burn, Sparkline.Tone.QUIET)),
                _ -> ""));
        return columns;
    }

    private static List<FleetLine<Model>> lines(int seed) {
        var random = new Random(seed);
        var lines = new ArrayList<FleetLine<Model>>();
        lines.add(new FleetLine.Group<>("Needs attention", "worst first"));
        for (var i = 0; i < ROWS; i++) {
            if (i == 85) {
                lines.add(new FleetLine.Group<>("The rest", "4,915"));
            }
            var figures = new CellText[6];
            for (var f = 0; f < figures.length; f++) {
                var tone = random.nextInt(20) == 0 ? CellText.Tone.BREACHING : CellText.Tone.PLAIN;
                figures[f] = new CellText(String.format(Locale.ROOT, "%.2f", random.nextDouble() * 100), tone);
            }
            var state = StateLook.values()[random.nextInt(10) == 0 ? random.nextInt(7) : 6];
            var arms = new Cells.Arms("v" + random.nextInt(90), random.nextInt(5) == 0 ? "v91 25%" : "");
            var burn = Points.of(random.doubles(120, 0, 3).toArray());
            lines.add(new FleetLine.Row<>("m" + i, new Model("model-" + i, state, figures, arms, burn), i >= 85));
        }
        return List.copyOf(lines);
    }
}
