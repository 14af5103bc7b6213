package jml.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConditionalOddsTest {
    /// `[canary, baseline, bad, x, probability]`
    private static final Pattern ROW = Pattern.compile("\\[(\\d+), (\\d+), (\\d+), (\\d+), ([-+.e0-9]+)]");

    @Test
    void termsAreThoseThatScipyComputes() throws IOException {
        String vectors;
        try (var file = ConditionalOddsTest.class.getResourceAsStream("hypergeometric.json")) {
            vectors = new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        var rows = ROW.matcher(vectors);
        int compared = 0;
        while (rows.find()) {
            var odds = ConditionalOdds.of(new PairedCounts(
                    Long.parseLong(rows.group(1)), 0, Long.parseLong(rows.group(2)), Long.parseLong(rows.group(3))));
            double probability = Double.parseDouble(rows.group(5));
            assertThat(Math.exp(odds.logProbability(Long.parseLong(rows.group(4)))) / probability)
                    .as(rows.group())
                    .isCloseTo(1, within(1e-9));
            compared++;
        }
        assertThat(compared).isGreaterThan(60);
    }
}
