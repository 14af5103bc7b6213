package jml.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiringTest {
    private static final int CLEAN = 3 * 1_440;
    private static final long A_MINUTE = 100_000;

    private final ErrorBudget threeNines = new ErrorBudget(new BigDecimal("0.999"));

    /// After three clean days `share` of the events are bad for two days.
    private static EventCounts outage(double share) {
        var valid = new long[CLEAN + 2 * 1_440];
        var bad = new long[valid.length];
        Arrays.fill(valid, A_MINUTE);
        Arrays.fill(bad, CLEAN, bad.length, Math.round(share * A_MINUTE));
        return new EventCounts(valid, bad);
    }

    private List<Firing> pages(List<AlertRule> rules, EventCounts counts) {
        return Firing.of(rules.getFirst(), threeNines, counts);
    }

    /// Methods §1.5: minutes until the pair is met, begun ones whole.
    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 2", "0.1, 9", "0.05, 18", "0.02, 44", "0.01, 217"})
    void theWorkbookFindsAnOutageWhenItsTableSays(double share, int minutes) {
        assertThat(pages(AlertRule.workbook(), outage(share)).getFirst().from()).isEqualTo(CLEAN + minutes - 1);
    }

    @Test
    void theWorkbookLeavesASlowBurnToATicket() {
        assertThat(pages(AlertRule.workbook(), outage(0.004))).isEmpty();
        assertThat(Firing.of(AlertRule.workbook().getLast(), threeNines, outage(0.004))
                        .getFirst()
                        .from())
                .isEqualTo(CLEAN + 1_080);
    }

    /// Pending from the second bad minute, when the hour proves it, firing ten later; the second burst ends before.
    @Test
    void theMissionsRuleWaitsTenMinutesAndBeginsAnewAfterABreak() {
        var valid = new long[200];
        var bad = new long[200];
        Arrays.fill(valid, A_MINUTE);
        Arrays.fill(bad, 60, 80, 5_000);
        Arrays.fill(bad, 90, 95, 5_000);

        assertThat(pages(AlertRule.mission(), new EventCounts(valid, bad))).containsExactly(new Firing(71, 84));
    }

    @Test
    void whatBurnsAtExactlyTheFactorDoesNotMeetIt() {
        assertThat(pages(AlertRule.mission(), outage(0.002))).isEmpty();
        assertThat(threeNines.burnsFasterThan(new BigDecimal("14.4"), 144, 10_000))
                .isFalse();
        assertThat(threeNines.burnsFasterThan(new BigDecimal("14.4"), 145, 10_000))
                .isTrue();
    }

    /// Three bad of some thousand in an hour burn three times the budget and prove nothing.
    @Test
    void whatAFewRequestsSufferedWakesNobody() {
        var valid = new long[300];
        var bad = new long[300];
        Arrays.fill(valid, 20);
        for (int minute = 100; minute < 130; minute += 5) {
            bad[minute] = 1;
        }
        var counts = new EventCounts(valid, bad);
        var ungated = new AlertRule(
                "bare", AlertRule.Severity.PAGE, List.of(new BurnCondition.TwoWindows(5, 5, BigDecimal.TWO)), 10);

        assertThat(Firing.of(ungated, threeNines, counts)).containsExactly(new Firing(110, 130));
        assertThat(pages(AlertRule.mission(), counts)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void noTrafficFiresNothingAndEndsWhatFired() {
        var counts = outage(0.5);
        var valid = new long[counts.minutes()];
        var bad = new long[valid.length];
        for (int minute = 0; minute < CLEAN + 60; minute++) {
            valid[minute] = counts.valid(minute, 1);
            bad[minute] = counts.bad(minute, 1);
        }

        assertThat(pages(AlertRule.mission(), new EventCounts(valid, bad)))
                .containsExactly(new Firing(CLEAN + 10, CLEAN + 64));
    }

    @Test
    void whatStillFiresAtTheEndEndsThere() {
        assertThat(pages(AlertRule.mission(), outage(0.5)).getLast().to())
                .isEqualTo(outage(0.5).minutes());
    }
}
