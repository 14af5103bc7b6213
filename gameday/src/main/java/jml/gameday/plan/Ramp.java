package jml.gameday.plan;

import java.time.Duration;
import java.util.List;

/// The plan by which simulated versions take over: 5%, 10%, 25%, 50%, all, with a hold after each. Its steps are a
/// weight and a hold in turn, the last weight without one.
public final class Ramp {
    public static final List<Double> WEIGHTS = List.of(0.05, 0.1, 0.25, 0.5);

    /// After each weight.
    public static final Duration HOLD = Duration.ofHours(1);

    private Ramp() {}

    /// The step at which a rollout stands with a weight: the hold after the highest weight it has reached.
    public static int step(double weight) {
        int step = 0;
        for (int i = 0; i < WEIGHTS.size(); i++) {
            step = weight >= WEIGHTS.get(i) ? 2 * i + 1 : step;
        }
        return weight >= 1 ? 2 * WEIGHTS.size() : step;
    }

    /// The weight after this one; 1 when it was the last.
    public static double next(double weight) {
        return WEIGHTS.stream().filter(it -> it > weight).findFirst().orElse(1.0);
    }
}
