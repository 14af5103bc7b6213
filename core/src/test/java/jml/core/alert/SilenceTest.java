package jml.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jml.core.alert.Silence.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {
    @ParameterizedTest
    @CsvSource({
        "reco, false, true, true",
        "rec, false, true, false",
        "rec, false, false, true",
        "rec.*, true, true, true",
        "rec, true, true, false",
        "rec.*, true, false, false"
    })
    void aMatcherComparesAsTheSourceDoes(String value, boolean regex, boolean equal, boolean expected) {
        assertThat(new Matcher("model", value, regex, equal).matches(Map.of("model", "reco")))
                .isEqualTo(expected);
    }

    @Test
    void aMissingLabelIsAnEmptyOne() {
        assertThat(new Matcher("model", "", false, true).matches(Map.of())).isTrue();
    }

    @Test
    void anExpressionOfAnotherDialectMatchesNothing() {
        assertThat(new Matcher("model", "(?P<kind>re)co", true, true).matches(Map.of("model", "reco")))
                .isFalse();
        assertThat(new Matcher("model", "(?P<kind>re)co", true, false).matches(Map.of("model", "reco")))
                .isFalse();
    }
}
