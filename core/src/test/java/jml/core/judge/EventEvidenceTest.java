package jml.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Vectors of methods §2.7, rows as canary events, baseline events, bad ones of the canary, bad ones of both.
class EventEvidenceTest {
    private static final long[][] WORSE = {
        {50, 950, 0, 5}, {50, 950, 1, 6}, {50, 950, 2, 6}, {50, 950, 3, 7}, {100, 900, 4, 9}, {100, 900, 5, 10}
    };
    private static final long[][] WITHIN = {
        {50, 950, 0, 5}, {50, 950, 0, 6}, {50, 950, 1, 40}, {100, 900, 2, 60}, {250, 750, 10, 60}
    };

    @Test
    void evidenceOfHarmGrowsAsComputedElsewhere() {
        assertThat(path(WORSE, true))
                .usingElementComparator(EventEvidenceTest::nearly)
                .containsExactly(.54707137, .76173594, 2.92586271, 66.52291262, 1822.12366892, 236312.30895542);
    }

    @Test
    void evidenceOfHealthGrowsAsComputedElsewhere() {
        assertThat(path(WITHIN, false))
                .usingElementComparator(EventEvidenceTest::nearly)
                .containsExactly(1.27573212, 1.70849977, 5.81883016, 389.44198594, 201004.09803936);
    }

    private static int nearly(double one, double other) {
        return Math.abs(one - other) <= 1e-8 * Math.max(1, Math.abs(other)) ? 0 : Double.compare(one, other);
    }

    private static List<Double> path(long[][] rows, boolean worse) {
        var evidence = new EventEvidence(2);
        var path = new ArrayList<Double>();
        for (var row : rows) {
            evidence.add(ConditionalOdds.of(counts(row)));
            path.add(Math.exp(worse ? evidence.logWorse() : evidence.logWithin()));
        }
        return path;
    }

    static PairedCounts counts(long... row) {
        return new PairedCounts(row[0], row[2], row[1], row[3] - row[2]);
    }

    @ParameterizedTest
    @CsvSource({"50,950,6,3,1.76740430", "500,500,100,1.5,4023461759.9", "10,10,8,2,21.635032"})
    void momentsAreExact(long canary, long baseline, long bad, double ratio, double moment) {
        var odds = ConditionalOdds.of(new PairedCounts(canary, 0, baseline, bad));

        assertThat(Math.exp(odds.logMoment(Math.log(ratio)))).isCloseTo(moment, within(moment * 1e-8));
    }

    @Test
    void momentsAreThoseOfTheHypergeometricDistribution() {
        var counts = new PairedCounts(900, 0, 9_100, 300);
        var odds = ConditionalOdds.of(counts);
        var distribution = HypergeometricDistribution.of(10_000, 900, 300);
        double sum = 0;
        for (int x = 0; x <= 300; x++) {
            sum += distribution.probability(x) * Math.pow(3, x);
        }

        assertThat(odds.logMoment(Math.log(3))).isCloseTo(Math.log(sum), within(1e-9));
        assertThat(odds.logMoment(0)).isCloseTo(0, within(1e-10));
    }

    @Test
    void aSplitThatCouldNotBeOtherwiseTellsNothing() {
        var evidence = new EventEvidence(2);
        evidence.add(ConditionalOdds.of(new PairedCounts(50, 0, 950, 0)));
        evidence.add(ConditionalOdds.of(new PairedCounts(0, 0, 950, 7)));
        evidence.add(ConditionalOdds.of(new PairedCounts(50, 50, 0, 0)));

        assertThat(evidence.logWorse()).isZero();
        assertThat(evidence.logWithin()).isZero();
    }

    /// As `scipy.stats.betabinom.logpmf` 1.17 has them.
    @ParameterizedTest
    @CsvSource({
        "50,950,2,6,1,4,-3.36760969173592",
        "50,950,2,6,5,4,-2.136940317623271",
        "500,500,30,40,1,8,-3.611230029997286",
        "50,950,0,5,1,2,-0.1901401282584979"
    })
    void clumpedSplitsAreBetaBinomial(
            long canary, long baseline, long seen, long bad, double ratio, double unevenness, double logProbability) {
        var split = new ClumpedSplit(unevenness);

        assertThat(split.logProbability(counts(canary, baseline, seen, bad), Math.log(ratio)))
                .isCloseTo(logProbability, within(1e-9));
    }

    @Test
    void oneBurstInTheCanaryIsNoHarmWhereBadEventsClump() {
        var evidence = new EventEvidence(2);
        for (long[] row : new long[][] {{50, 950, 0, 8}, {50, 950, 0, 0}, {50, 950, 9, 9}, {50, 950, 0, 1}}) {
            evidence.add(ConditionalOdds.of(counts(row)));
        }

        assertThat(evidence.logWorse()).isGreaterThan(Math.log(100));
        assertThat(evidence.logWorseThanClumps()).isLessThan(Math.log(20));
    }

    @Test
    void harmThatComesEvenlyIsFoundOutAlthoughBadEventsMightClump() {
        var evidence = new EventEvidence(2);
        for (int minute = 0; minute < 12; minute++) {
            evidence.add(ConditionalOdds.of(counts(50, 950, 1 + minute % 2, 6)));
        }

        assertThat(evidence.logWorseThanClumps()).isGreaterThan(Math.log(100));
    }
}
