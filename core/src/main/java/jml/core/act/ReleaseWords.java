package jml.core.act;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import jml.core.judge.Judgement;
import jml.core.judge.MetricJudgement;
import jml.core.judge.MetricJudgement.Verdict;
import jml.core.judge.Ratio;
import jml.core.judge.Ruling;
import jml.core.text.Words;

/// Says in a few words why a release stands where it stands, when it will be decided, and who must move.
public final class ReleaseWords {
    private ReleaseWords() {}

    /// "disagreement 5.8× (5.4–6.3)", "2 of 4 passed, no harm seen".
    public static String why(Release release) {
        var hold = release.hold();
        if (hold != null) {
            return "taken back by " + hold.by() + ": " + Words.oneLine(hold.reason(), 60);
        }
        var ruling = release.ruling();
        if (ruling == null) {
            return "no minute was counted in both arms";
        }
        return switch (release.state()) {
            case ROLLBACK, INCONCLUSIVE -> worse(ruling).orElse("the plan ended undecided");
            case INVALID ->
                "split is " + Words.share(ruling.split().seen()) + ", not "
                        + Words.share(ruling.split().asked());
            case PROMOTE, PROMOTING -> "no worse on " + passed(ruling) + ", n " + Words.count(events(ruling));
            case CONTINUE -> passed(ruling) + " passed, no harm seen";
            case TOO_FEW -> "n " + Words.count(events(ruling)) + ", too few bad events for a word";
            case HELD -> "paused by a person; " + passed(ruling) + " passed";
            case NOT_JUDGED -> "";
        };
    }

    private static Optional<String> worse(Ruling ruling) {
        return ruling.judgement().metrics().stream()
                .filter(it -> it.verdict() == Verdict.FAIL)
                .findFirst()
                .map(it -> it.metric().name().toLowerCase(Locale.ROOT) + " " + times(it.ratio()));
    }

    /// "5.8× (5.4–6.3)"; "only in the canary" when the baseline has none.
    public static String times(Ratio ratio) {
        if (Double.isNaN(ratio.value())) {
            return "only in the canary";
        }
        var high = Double.isInfinite(ratio.high()) ? "…" : number(ratio.high());
        return number(ratio.value()) + "× (" + number(ratio.low()) + "–" + high + ")";
    }

    private static String number(double value) {
        return Words.number(value, value < 10 ? 1 : 0);
    }

    private static String passed(Ruling ruling) {
        var metrics = ruling.judgement().metrics();
        long passed =
                metrics.stream().filter(it -> it.verdict() == Verdict.PASS).count();
        return passed + " of " + metrics.size();
    }

    /// Canary events of the metric that has most.
    private static long events(Ruling ruling) {
        return ruling.judgement().metrics().stream()
                .mapToLong(it -> it.total().canary())
                .max()
                .orElse(0);
    }

    /// Minutes until all required metrics are expected to be decided; NaN when that is decided or unknown.
    public static double minutesToDecision(Ruling ruling) {
        return ruling.judgement().metrics().stream()
                .filter(it -> it.metric().critical())
                .mapToDouble(MetricJudgement::minutesToPass)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /// "now", "decided", "34 min", "6 h 20", or "–".
    public static String decides(Release release) {
        var ruling = release.ruling();
        return switch (release.state()) {
            case ROLLBACK -> "now";
            case PROMOTE, PROMOTING -> "decided";
            case CONTINUE, TOO_FEW -> {
                double minutes = ruling == null ? Double.NaN : minutesToDecision(ruling);
                yield Double.isNaN(minutes)
                        ? "–"
                        : Words.age(Duration.ofMinutes(Math.max(1, (long) Math.ceil(minutes))));
            }
            case INVALID, INCONCLUSIVE, NOT_JUDGED, HELD -> "–";
        };
    }

    /// Who must move: "Roll back or go on: payments-risk".
    public static String waitsFor(Release release) {
        var facts = release.facts();
        var owner = facts.owner().isEmpty() ? "its owner" : facts.owner();
        return switch (release.state()) {
            case ROLLBACK -> "Rolling back: " + owner;
            case INVALID -> "Routing: " + owner;
            case INCONCLUSIVE -> "Go on or abort: " + owner;
            case PROMOTE -> "Promotion: " + owner;
            case PROMOTING -> "Its next step";
            case CONTINUE, TOO_FEW -> "Evidence";
            case NOT_JUDGED -> "Counts of both arms";
            case HELD ->
                "Release of the hold: "
                        + (release.hold() == null ? owner : release.hold().clearedBy());
        };
    }

    /// "Judge: ROLLBACK since 14:13"; empty without a ruling.
    public static String said(Optional<Ruling> ruling, Instant now, ZoneId zone) {
        return ruling.map(it -> {
                    var decided = it.decidedAt();
                    return "Judge: " + it.judgement().verdict()
                            + (decided == null ? "" : " since " + Words.time(decided, now, zone));
                })
                .orElse("");
    }

    public static boolean harmful(Optional<Ruling> ruling) {
        return ruling.filter(it -> it.judgement().verdict() == Judgement.Verdict.ROLLBACK)
                .isPresent();
    }
}
