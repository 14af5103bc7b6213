package jml.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
    /// Methods §1.8: 9,620 of 10,000 within the line, 95 % asked.
    @Test
    void burnIsTheBadShareInAllowedOnes() {
        var budget = new ErrorBudget(new BigDecimal("0.95"));

        assertThat(budget.burn(380, 10_000)).isCloseTo(0.76, within(1e-12));
        assertThat(ErrorBudget.attained(380, 10_000)).isEqualTo(0.962);
    }

    @Test
    void whatHadNoEventIsNeitherGoodNorBad() {
        var budget = new ErrorBudget(new BigDecimal("0.95"));

        assertThat(budget.burn(0, 0)).isNaN();
        assertThat(ErrorBudget.attained(0, 0)).isNaN();
        assertThat(budget.burnsFasterThan(BigDecimal.ONE, 0, 0)).isFalse();
    }

    @Test
    void allOfThemGoodLeavesNoBudget() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorBudget(BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorBudget(BigDecimal.ZERO));
    }

    /// Methods §1.1: a ratio of sums, never a mean of ratios.
    @Test
    void stretchesAreSummed() {
        var counts = new EventCounts(new long[] {10, 990}, new long[] {1, 0});

        assertThat(counts.bad(1, 2)).isEqualTo(1);
        assertThat(counts.valid(1, 2)).isEqualTo(1_000);
        assertThat(counts.valid(0, 60)).isEqualTo(10);
    }

    @Test
    void noMoreCanBeBadThanWasValid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventCounts(new long[] {1}, new long[] {2}))
                .withMessage("minute 0: 2 bad of 1");
    }
}
