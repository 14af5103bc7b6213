package jml.core.metric;

import java.time.Duration;
import java.util.Optional;

/// The indicators every model is measured by: M1–M8 of the mission, and the four that explain them.
///
/// A value is held in the SLI's base unit (seconds, ratio 0..1, per second, currency per hour) and rounded
/// to its grid once, by the collector; what a person reads is [#displayed(double)] in [#unit()].
/// The ordinal is a column number inside one process only; what is stored uses [#id()].
public enum Sli {
    LATENCY_P95("latency_p95", "p95", "ms", 1000, 0.001, Duration.ofMinutes(5)),
    SUCCESS("success", "success", "%", 100, 0.00001, Duration.ofMinutes(5)),
    FIDELITY("fidelity", "fidelity", "%", 100, 0.0001, Duration.ofMinutes(30)),
    DRIFT("drift", "drift", "", 1, 0.01, Duration.ofHours(1)),
    MISSING_FEATURES("missing_features", "missing features", "%", 100, 0.0001, Duration.ofMinutes(5)),
    KPI_DELTA("kpi_delta", "KPI delta", "%", 100, 0.0001, Duration.ofHours(1)),
    UTILISATION("utilisation", "utilisation", "%", 100, 0.01, Duration.ofMinutes(5)),
    COLD_STARTS("cold_starts", "cold starts", "%", 100, 0.0001, Duration.ofHours(1)),
    TRAFFIC("traffic", "traffic", "req/s", 1, 0.1, Duration.ofMinutes(5)),
    TIMEOUTS("timeouts", "timeouts", "%", 100, 0.0001, Duration.ofMinutes(5)),
    RETRIES("retries", "retries", "%", 100, 0.001, Duration.ofMinutes(5)),
    COST("cost", "cost", "/h", 1, 0.01, Duration.ofHours(1));

    private final String id;
    private final String title;
    private final String unit;
    private final double factor;
    private final double grid;
    private final Duration window;

    Sli(String id, String title, String unit, double factor, double grid, Duration window) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.factor = factor;
        this.grid = grid;
        this.window = window;
    }

    /// Stable name in files, links, JSON and presets.
    public String id() {
        return id;
    }

    /// What people call it, in the middle of a sentence.
    public String title() {
        return title;
    }

    /// The unit of [#displayed(double)]; empty for a pure number.
    public String unit() {
        return unit;
    }

    /// The window a value is measured over unless a profile says otherwise.
    public Duration window() {
        return window;
    }

    /// Step, in base units, to which every value is rounded before anything sees it.
    public double grid() {
        return grid;
    }

    /// Nearest multiple of the grid; NaN and infinities pass through.
    public double onGrid(double value) {
        if (!Double.isFinite(value)) {
            return value;
        }
        // Dividing by the whole number 1/grid keeps 0.1 + 0.2 style noise out of stored values.
        return grid >= 1
                ? Math.rint(value / grid) * grid
                : Math.rint(value * Math.rint(1 / grid)) / Math.rint(1 / grid);
    }

    /// The value in [#unit()], for people.
    public double displayed(double value) {
        return value * factor;
    }

    public static Optional<Sli> of(String id) {
        for (var sli : values()) {
            if (sli.id.equals(id)) {
                return Optional.of(sli);
            }
        }
        return Optional.empty();
    }
}
