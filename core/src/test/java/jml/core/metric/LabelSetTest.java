package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelSetTest {
    @Test
    void theOrderOfLabelsDoesNotMatter() {
        var one = new LinkedHashMap<String, String>();
        one.put("model", "a");
        one.put("app", "b");
        var other = new LinkedHashMap<String, String>();
        other.put("app", "b");
        other.put("model", "a");

        assertThat(LabelSet.of(one)).isEqualTo(LabelSet.of(other)).hasSameHashCodeAs(LabelSet.of(other));
        assertThat(LabelSet.of(one).toMap()).isEqualTo(other);
    }

    @Test
    void namesAndValuesAreNotConfused() {
        assertThat(LabelSet.of(Map.of("a", "b"))).isNotEqualTo(LabelSet.of(Map.of("b", "a")));
        assertThat(LabelSet.of(Map.of("a", "b")).get("b")).isNull();
        assertThat(LabelSet.of(Map.of("a", "b")).get("a")).isEqualTo("b");
    }

    @Test
    void noLabelsAreASetToo() {
        assertThat(LabelSet.of(Map.of()).size()).isZero();
        assertThat(LabelSet.of(Map.of()).get("model")).isNull();
    }
}
