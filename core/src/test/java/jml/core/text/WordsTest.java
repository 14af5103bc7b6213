package jml.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
