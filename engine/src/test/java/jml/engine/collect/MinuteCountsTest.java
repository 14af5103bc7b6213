package jml.engine.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jml.core.judge.LatencyBuckets;
import org.junit.jupiter.api.Test;

class MinuteCountsTest {
    private final MinuteCounts minute = new MinuteCounts(Instant.EPOCH, false, 3);

    @Test
    void bucketsOfSeveralSeriesAddUpByEdge() {
        minute.addBucket(1, Double.POSITIVE_INFINITY, 9);
        minute.addBucket(1, 0.5, 4);
        minute.addBucket(1, 0.1, 1);
        minute.addBucket(1, 0.5, 2);

        assertThat(minute.buckets(1)).isEqualTo(new LatencyBuckets(List.of(0.1, 0.5), List.of(1L, 6L), 9));
        assertThat(minute.buckets(2)).isNull();
    }

    @Test
    void aHistogramWithoutItsLastBucketIsNone() {
        minute.addBucket(1, 0.1, 1);

        assertThat(minute.buckets(1)).isNull();
    }

    @Test
    void countsThatFallFromEdgeToEdgeRiseAndEndAtAll() {
        minute.addBucket(1, 0.1, 5);
        minute.addBucket(1, 0.5, 4);
        minute.addBucket(1, 1, 7);
        minute.addBucket(1, Double.POSITIVE_INFINITY, 6);

        assertThat(minute.buckets(1)).isEqualTo(new LatencyBuckets(List.of(0.1, 0.5, 1.0), List.of(5L, 5L, 6L), 6));
    }
}
