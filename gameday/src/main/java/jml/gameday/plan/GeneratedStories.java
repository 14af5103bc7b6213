package jml.gameday.plan;

import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;

/// What happens to the models beyond the named ones: of 5,000, twelve breach an objective, 61 need attention, nine
/// say nothing, three are stale, 148 have a canary with too little traffic and 17 are paused.
final class GeneratedStories {
    private static final double GOLDEN_RATIO = 0.6180339887498949;
    private static final double ALL = 5000;

    private GeneratedStories() {}

    static void tell(SimulatedModel model, int number, Telling told) {
        // Multiples of the golden ratio fill 0..1 evenly, so every fleet has its share of each fate.
        double place = (number * GOLDEN_RATIO) % 1 * ALL;
        double hours = -0.3 - 4 * Chance.unit(Chance.hash(number, 101, 0));
        int next = Integer.parseInt(model.version()) + 1;
        if (place < 6) {
            told.suffers(hours, Effect.slower(2.6));
        } else if (place < 12) {
            told.candidate(hours - 1, next, 0.1)
                    .suffers(hours, Double.POSITIVE_INFINITY, Integer.toString(next), Effect.disagreeing(0.07));
        } else if (place < 43) {
            told.suffers(hours, Effect.slower(1.9));
        } else if (place < 73) {
            told.suffers(hours - 20, Effect.drifting(0.22, 0));
        } else if (place < 82) {
            told.suffers(hours, Effect.SILENT);
        } else if (place < 85) {
            told.suffers(hours, Effect.FROZEN);
        } else if (place < 233) {
            told.candidate(hours, next, 0.002);
        } else if (place < 250) {
            told.candidate(hours - 30, next, 0.5).paused(hours - 20, "held by its owner");
        } else {
            usual(number, next, told);
        }
    }

    private static void usual(int number, int next, Telling told) {
        double releases = 400 * Chance.unit(Chance.hash(number, 102, 0)) - 70;
        if (releases < -5 || releases > 1) {
            told.release(releases, next);
        }
    }
}
