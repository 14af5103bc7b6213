package jml.core.fleet;

import jml.core.metric.Currency;
import jml.core.metric.Objective;
import jml.core.metric.Sli;

/// Says which objective is missed, by whom and by how much.
///
/// @param who "Canary v17", "v16", or empty for the whole model
record MissedWords(Figure figure, Objective objective, String who, Currency currency) {
    String sentence() {
        return seen() + " " + line();
    }

    private String seen() {
        var value = FigureWords.spoken(figure, currency);
        return switch (figure.sli()) {
            case LATENCY_P95 -> who.isEmpty() ? "p95 is " + value + "." : who + " has a p95 of " + value + ".";
            case SUCCESS ->
                who.isEmpty() ? value + " of requests succeed." : who + " succeeds on " + value + " of requests.";
            case FIDELITY ->
                (who.isEmpty() ? "The model" : who) + " agrees with the reference on " + value + " of predictions.";
            case DRIFT -> "Inputs" + of() + " have drifted by " + value + ".";
            case MISSING_FEATURES -> value + " of feature values" + of() + " are missing.";
            case COLD_STARTS -> value + " of requests" + to() + " wait for a cold start.";
            case TIMEOUTS -> value + " of requests" + to() + " time out.";
            case RETRIES -> value + " of tries" + to() + " are repeats.";
            case KPI_DELTA -> "The business indicator" + of() + " is " + value + " against control.";
            case UTILISATION -> value + " of what it asked for is in use.";
            case COST -> "It costs " + value + ".";
            case TRAFFIC -> "Traffic" + of() + " is " + value + ".";
        };
    }

    private String of() {
        return who.isEmpty() ? "" : " of " + inside(who);
    }

    private String to() {
        return who.isEmpty() ? "" : " to " + inside(who);
    }

    /// A subject as it stands inside a sentence: "canary v17".
    static String inside(String who) {
        return who.startsWith("Canary") ? "c" + who.substring(1) : who;
    }

    private String line() {
        var sli = objective.sli();
        boolean band = Double.isFinite(objective.low()) && Double.isFinite(objective.high());
        if (band) {
            return "The band is "
                    + FigureWords.spoken(sli, objective.low(), currency).replace("%", "") + "–"
                    + FigureWords.spoken(sli, objective.high(), currency) + ".";
        }
        var line = FigureWords.spoken(sli, objective.line(figure.value()), currency);
        if (sli == Sli.COST) {
            return "The budget is " + line + ".";
        }
        boolean aim = sli == Sli.LATENCY_P95 || objective.high() == Double.POSITIVE_INFINITY;
        return (aim ? "The objective is " : "The limit is ") + line + ".";
    }
}
