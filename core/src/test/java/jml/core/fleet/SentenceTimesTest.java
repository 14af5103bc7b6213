package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import org.junit.jupiter.api.Test;

class SentenceTimesTest {
    private static final Instant AT = Scene.AT;

    @Test
    void sinceTellsTheTimeAndHowLong() {
        var first = new Scene().measured(Sli.SUCCESS, 0.982, 9000).snapshot();
        var later = new Scene().measured(Sli.SUCCESS, 0.982, 9000);
        later.at = AT.plusSeconds(1260);

        assertThat(new Sentences(ZoneId.of("UTC"), Currency.UNKNOWN)
                        .of(later.snapshot(first), 0)
                        .detail())
                .isEqualTo("Since 14:32, 21 min.");
    }
}
