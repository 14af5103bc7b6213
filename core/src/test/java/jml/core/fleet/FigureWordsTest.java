package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FigureWordsTest {
    @ParameterizedTest
    @CsvSource({
        "LATENCY_P95,0.084,84,84 ms",
        "LATENCY_P95,1.84,'1,840','1,840 ms'",
        "LATENCY_P95,12.5,'12,500',12.5 s",
        "SUCCESS,0.9997,99.970,99.97%",
        "SUCCESS,1,100.000,100%",
        "FIDELITY,0.907,90.70,90.7%",
        "DRIFT,0.3,0.30,0.3",
        "MISSING_FEATURES,0.0004,0.04,0.04%",
        "KPI_DELTA,-0.012,-1.20,-1.2%",
        "KPI_DELTA,-0.00001,0.00,0%",
        "UTILISATION,0.71,71,71%",
        "COLD_STARTS,0.008,0.80,0.8%",
        "TRAFFIC,1234.5,'1,234.5','1,234.5 req/s'",
        "TIMEOUTS,0.0123,1.23,1.23%",
        "RETRIES,0.1,10.0,10%",
        "COST,41,41.00,41/h",
        "SUCCESS,NaN,–,–"
    })
    void aValueHasTheDecimalsOfItsGrid(Sli sli, double value, String column, String spoken) {
        assertThat(FigureWords.value(sli, value)).isEqualTo(column);
        if (!Double.isNaN(value)) {
            assertThat(FigureWords.spoken(sli, value, Currency.UNKNOWN)).isEqualTo(spoken);
        }
    }

    @ParameterizedTest
    @EnumSource(Sli.class)
    void oneGridStepIsVisibleAndNothingFinerIs(Sli sli) {
        assertThat(FigureWords.value(sli, sli.grid())).isNotEqualTo(FigureWords.value(sli, 0));
        assertThat(FigureWords.value(sli, sli.grid() * 0.4)).isEqualTo(FigureWords.value(sli, 0));
    }

    @Test
    void beyondTheRangeOfTheSourceIsSaid() {
        var figure = new Figure(Sli.LATENCY_P95, 10, Presence.OVER_RANGE, 5, Instant.EPOCH);

        assertThat(FigureWords.value(figure)).isEqualTo("≥ 10,000");
        assertThat(FigureWords.spoken(figure, Currency.UNKNOWN)).isEqualTo("≥ 10 s");
    }

    @ParameterizedTest
    @EnumSource(
            value = Presence.class,
            names = {"NO_DATA", "NO_TRAFFIC", "NOT_MEASURED"})
    void noValueIsADashNeverAZero(Presence presence) {
        var figure = new Figure(Sli.SUCCESS, Double.NaN, presence, -1, Instant.EPOCH);

        assertThat(FigureWords.value(figure)).isEqualTo("–");
        assertThat(FigureWords.spoken(figure, Currency.UNKNOWN)).isEqualTo("–");
    }
}
