package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import jml.core.metric.Sli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "-5,0 s",
        "6,6 s",
        "59,59 s",
        "60,1 min",
        "3599,59 min",
        "3600,1 h",
        "4800,1 h 20",
        "3900,1 h 05",
        "90000,1 d"
    })
    void anAgeIsWrittenInItsTwoMostTellingParts(long seconds, String text) {
        assertThat(Words.age(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

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
        assertThat(Words.value(sli, value)).isEqualTo(column);
        if (!Double.isNaN(value)) {
            assertThat(Words.spoken(sli, value)).isEqualTo(spoken);
        }
    }

    @ParameterizedTest
    @EnumSource(Sli.class)
    void oneGridStepIsVisibleAndNothingFinerIs(Sli sli) {
        assertThat(Words.value(sli, sli.grid())).isNotEqualTo(Words.value(sli, 0));
        assertThat(Words.value(sli, sli.grid() * 0.4)).isEqualTo(Words.value(sli, 0));
    }

    @Test
    void beyondTheRangeOfTheSourceIsSaid() {
        var figure = new Figure(Sli.LATENCY_P95, 10, Presence.OVER_RANGE, 5, Instant.EPOCH);

        assertThat(Words.value(figure)).isEqualTo("≥ 10,000");
        assertThat(Words.spoken(figure)).isEqualTo("≥ 10 s");
    }

    @ParameterizedTest
    @EnumSource(
            value = Presence.class,
            names = {"NO_DATA", "NO_TRAFFIC", "NOT_MEASURED"})
    void noValueIsADashNeverAZero(Presence presence) {
        var figure = new Figure(Sli.SUCCESS, Double.NaN, presence, -1, Instant.EPOCH);

        assertThat(Words.value(figure)).isEqualTo("–");
        assertThat(Words.spoken(figure)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({"0,0%", "0.004,<1%", "0.25,25%", "0.996,>99%", "1,100%", "NaN,–"})
    void aShareNeverHidesThatItIsNotAll(double share, String text) {
        assertThat(Words.share(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"17,v17", "1.2.0,v1.2.0", "'',–", "7c9f6d,7c9f6d", "canary,canary"})
    void aVersionNumberGetsItsLetter(String version, String text) {
        assertThat(Words.version(version)).isEqualTo(text);
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertThat(Words.count(18_420)).isEqualTo("18,420");
        assertThat(Words.count(1, "pod")).isEqualTo("1 pod");
        assertThat(Words.count(0, "pod")).isEqualTo("0 pods");
    }

    @Test
    void aTimeOfAnotherDayNamesTheDay() {
        var now = Instant.parse("2026-11-24T00:30:00Z");
        var before = now.minusSeconds(3600);

        assertThat(Words.time(before, now, ZoneId.of("UTC"))).isEqualTo("23 Nov 23:30");
        assertThat(Words.time(before, now, ZoneId.of("Europe/Berlin"))).isEqualTo("00:30");
    }

    @Test
    void textFromOutsideBecomesOneShortLine() {
        assertThat(Words.oneLine("  a\n\tb\u0000\u202ec  ", 20)).isEqualTo("a b c");
        assertThat(Words.oneLine("x".repeat(10_000), 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(Words.oneLine("\uD83D\uDE80".repeat(20), 10)).isEqualTo("\uD83D\uDE80".repeat(9) + "…");
        assertThat(Words.oneLine("\uD83D lone", 20)).isEqualTo("lone");
        assertThat(Words.oneLine("", 10)).isEmpty();
    }
}
