package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @Test
    void everythingStartsAsNotMeasured() {
        var figures = new Figures.Builder(2).build();

        assertThat(figures.presence(1, Sli.COST)).isEqualTo(Presence.NOT_MEASURED);
        assertThat(figures.value(1, Sli.COST)).isNaN();
        assertThat(figures.samples(1, Sli.COST)).isEqualTo(-1);
        assertThat(figures.ageSeconds(1, Sli.COST)).isZero();
        assertThat(figures.count(1, Count.REQUESTS)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(Sli.class)
    void whatIsReadIsTheValueOnItsGrid(Sli sli) {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            double value = (random.nextDouble() - 0.2) * 3;
            var figures = new Figures.Builder(1).measured(0, sli, value).build();

            assertThat(figures.value(0, sli)).isEqualTo(sli.onGrid(value));
            assertThat(figures.steps(sli)[0]).isEqualTo(Figures.toSteps(sli, value));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Presence.class,
            names = {"NO_DATA", "NO_TRAFFIC", "NOT_MEASURED"})
    void aWayToBeMissingIsKept(Presence why) {
        var figures = new Figures.Builder(1)
                .measured(0, Sli.DRIFT, 0)
                .missing(0, Sli.DRIFT, why)
                .build();

        assertThat(figures.presence(0, Sli.DRIFT)).isEqualTo(why);
        assertThat(figures.value(0, Sli.DRIFT)).isNaN();
        assertThat(figures.steps(Sli.DRIFT)[0]).isEqualTo(Figures.missingCode(why));
    }

    @Test
    void zeroIsAValue() {
        var figures = new Figures.Builder(1).measured(0, Sli.SUCCESS, 0).build();

        assertThat(figures.presence(0, Sli.SUCCESS)).isEqualTo(Presence.MEASURED);
        assertThat(figures.value(0, Sli.SUCCESS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, -1e300, Double.MAX_VALUE, 1e12})
    void anAbsurdValueNeverReadsAsMissing(double value) {
        var figures = new Figures.Builder(1).measured(0, Sli.LATENCY_P95, value).build();

        assertThat(figures.presence(0, Sli.LATENCY_P95)).isEqualTo(Presence.MEASURED);
        assertThat(Math.signum(figures.value(0, Sli.LATENCY_P95))).isEqualTo(Math.signum(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNoMeasurement(double value) {
        assertThatThrownBy(() -> new Figures.Builder(1).measured(0, Sli.LATENCY_P95, value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Presence.class,
            names = {"MEASURED", "OVER_RANGE"})
    void beingMeasuredIsNoWayToBeMissing(Presence why) {
        assertThatThrownBy(() -> new Figures.Builder(1).missing(0, Sli.DRIFT, why))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void beyondRangeKeepsTheBound() {
        var figures = new Figures.Builder(2)
                .overRange(0, Sli.LATENCY_P95, 10)
                .measured(1, Sli.LATENCY_P95, 10)
                .build();

        assertThat(figures.presence(0, Sli.LATENCY_P95)).isEqualTo(Presence.OVER_RANGE);
        assertThat(figures.presence(1, Sli.LATENCY_P95)).isEqualTo(Presence.MEASURED);
        assertThat(figures.value(0, Sli.LATENCY_P95)).isEqualTo(10);
    }

    @Test
    void equalColumnsAreEqualFigures() {
        var one = new Figures.Builder(1)
                .measured(0, Sli.DRIFT, 0.1)
                .samples(0, Sli.DRIFT, 5)
                .build();
        var same = new Figures.Builder(1)
                .measured(0, Sli.DRIFT, 0.101)
                .samples(0, Sli.DRIFT, 5)
                .build();
        var other = new Figures.Builder(1)
                .measured(0, Sli.DRIFT, 0.1)
                .samples(0, Sli.DRIFT, 6)
                .build();

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    }

    @Test
    void moreEventsThanAnIntSaturate() {
        var figures = new Figures.Builder(1)
                .samples(0, Sli.SUCCESS, Long.MAX_VALUE)
                .ageSeconds(0, Sli.SUCCESS, Long.MAX_VALUE)
                .count(0, Count.REQUESTS, Long.MAX_VALUE)
                .build();

        assertThat(figures.samples(0, Sli.SUCCESS)).isEqualTo(Integer.MAX_VALUE);
        assertThat(figures.ageSeconds(0, Sli.SUCCESS)).isEqualTo(Integer.MAX_VALUE);
        assertThat(figures.count(0, Count.REQUESTS)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aPartOfAServerHasAValueAndIsNotTheModelsOwn() {
        var figures = new Figures.Builder(2)
                .measured(0, Sli.COST, 1.5)
                .how(0, Sli.COST, Presence.SHARED)
                .measured(1, Sli.COST, 2)
                .build();

        assertThat(figures.presence(0, Sli.COST)).isEqualTo(Presence.SHARED);
        assertThat(figures.value(0, Sli.COST)).isEqualTo(1.5);
        assertThat(figures.presence(1, Sli.COST)).isEqualTo(Presence.MEASURED);
        assertThat(Presence.SHARED.measured()).isTrue();
        assertThat(Presence.SHARED.own()).isFalse();
    }
}
