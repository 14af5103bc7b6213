package jml.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jml.gameday.plan.Change;
import jml.gameday.plan.Setup;
import jml.gameday.plan.Span;
import jml.gameday.plan.Story;
import jml.gameday.plan.Stretches;
import org.junit.jupiter.api.Test;

class SinceTest {
    private static final Span SPAN = Span.around(Instant.parse("2026-11-24T14:32:06Z"));

    private final Stretches calm =
            Stretches.of(new Story(List.of(new Change(SPAN.began(), "m", Setup.of("1", 1), "")), List.of()), SPAN);

    @Test
    void theOnsetIsFoundToTheMinute() {
        assertThat(new Since(calm, at -> at >= 50_000).at(90_000)).isEqualTo(50_040);
    }

    @Test
    void whatAlwaysHeldHoldsSinceTheBeginning() {
        assertThat(new Since(calm, at -> true).at(90_000)).isZero();
    }

    @Test
    void theAnswerDoesNotDependOnWhatWasAskedBefore() {
        for (int onset = 40_000; onset < 60_000; onset += 617) {
            int begins = onset;
            var asked = new Since(calm, at -> at >= begins);
            for (double at : new double[] {80_000, 61_000, 90_000, 60_500, 89_000, 120_000}) {
                assertThat(asked.at(at)).isEqualTo(new Since(calm, it -> it >= begins).at(at));
            }
        }
    }

    @Test
    void goingOnLooksOnlyAtWhatIsNew() {
        var looks = new AtomicInteger();
        var since = new Since(calm, at -> {
            looks.incrementAndGet();
            return at >= 10_000;
        });
        since.at(200_000);
        looks.set(0);
        for (int at = 200_030; at < 203_630; at += 30) {
            since.at(at);
        }

        assertThat(looks.get()).isLessThan(5);
    }
}
