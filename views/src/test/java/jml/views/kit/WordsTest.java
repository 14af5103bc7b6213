package jml.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    @Test
    void thousandsAreSeparated() {
        assertThat(Words.count(18420)).isEqualTo("18,420");
        assertThat(Words.number(1840.04, 1)).isEqualTo("1,840.0");
    }

    @Test
    void noValueIsADash() {
        assertThat(Words.number(Double.NaN, 1)).isEqualTo("–");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Words.number(-0.04, 1)).isEqualTo("0.0");
    }

    @Test
    void theAgeOfAFigureIsPrintedOnlyPastTwoIntervals() {
        var figure = FigureText.of("84", "ms", "p95");

        assertThat(figure.aged("p95", Duration.ofSeconds(30), Duration.ofSeconds(15)))
                .isEqualTo(figure);
        assertThat(figure.aged("p95", Duration.ofMinutes(7), Duration.ofSeconds(15)))
                .isEqualTo(new FigureText("84", "ms", "p95 · 7 min old", FigureText.Look.STALE));
    }
}
