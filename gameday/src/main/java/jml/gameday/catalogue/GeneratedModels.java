package jml.gameday.catalogue;

import jml.gameday.chance.Chance;

/// Ordinary models beyond the named ones, by number: `recs-de-10`, `fraud-fr-10`, …
final class GeneratedModels {
    private static final String[] SUBJECTS = {
        "recs", "fraud", "search", "triage", "edge", "moderation", "credit", "pricing"
    };
    private static final String[] USE_CASES = {
        "personalisation", "fraud", "llm-search", "triage", "edge", "moderation", "credit", "autoscaling"
    };
    private static final String[] REGIONS = {"de", "fr", "it", "es", "nl", "pl", "se"};

    private GeneratedModels() {}

    static SimulatedModel model(int number) {
        int subject = number % SUBJECTS.length;
        int region = number / SUBJECTS.length % REGIONS.length;
        int serial = 10 + number / (SUBJECTS.length * REGIONS.length);
        var name = SUBJECTS[subject] + "-" + REGIONS[region] + "-" + serial;
        double latency = 25 + 250 * draw(number, 1) * draw(number, 2);
        var draft = new Draft(
                        name,
                        SUBJECTS[subject] + "-" + REGIONS[region],
                        USE_CASES[subject],
                        3 + (int) (60 * draw(number, 3)))
                .traffic(25 + 200 * draw(number, 4) * draw(number, 5), 0.5, 11 + 8 * draw(number, 6))
                .p95(latency, Math.ceil(latency / 5) * 10)
                .fidelity(97 + 2 * draw(number, 7), 95)
                .drift(0.02 + 0.1 * draw(number, 8))
                .replicas(2 + (int) (6 * draw(number, 9)), 0.6 + draw(number, 10));
        return USE_CASES[subject].equals("edge") && draw(number, 11) < 0.5
                ? draft.outside().model()
                : draft.model();
    }

    private static double draw(int number, int purpose) {
        return Chance.unit(Chance.hash(number, purpose, 0));
    }
}
