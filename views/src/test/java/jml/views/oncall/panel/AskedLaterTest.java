package jml.views.oncall.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jml.core.metric.Series;
import org.junit.jupiter.api.Test;

class AskedLaterTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatWasRecordedNeedsNoWords() {
        assertThat(words()).isEmpty();
    }

    @Test
    void aSpanIsToldWithItsStep() {
        assertThat(words(asked(0, 70, 30))).isEqualTo("not recorded 12:00–13:10: from the metrics server, every 30 s");
        assertThat(words(asked(-24 * 60, 0, 120)))
                .isEqualTo("not recorded 28 Feb 12:00–1 Mar 12:00: from the metrics server, every 2 min");
    }

    @Test
    void manySpansAreCounted() {
        assertThat(words(asked(0, 10, 30), asked(20, 30, 30), asked(40, 50, 30)))
                .isEqualTo("not recorded in 3 spans of 12:00–12:50: from the metrics server");
    }

    private static Series.Asked asked(int from, int to, int step) {
        return new Series.Asked(NOON.plusSeconds(60L * from), NOON.plusSeconds(60L * to), Duration.ofSeconds(step));
    }

    private static String words(Series.Asked... spans) {
        return AskedLater.words(List.of(spans), ZoneOffset.UTC);
    }
}
