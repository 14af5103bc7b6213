package jml.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Vectors of cyberphone/json-canonicalization, written out as values.
class CanonicalJsonTest {
    @Test
    void valuesAreWrittenAsTheStandardsExample() {
        Map<String, Object> values = Map.of(
                "numbers", List.of(333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001),
                "string", "€$\u000f\nA'B\"\\\\\"/",
                "literals", Arrays.asList(null, true, false));

        assertThat(CanonicalJson.text(values))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(Sha256.of(CanonicalJson.bytes(values)).hex())
                .isEqualTo("2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb");
    }

    @Test
    void membersAreSortedAtEveryDepth() {
        Map<String, Object> structures = new HashMap<>();
        structures.put("1", Map.of("f", Map.of("f", "hi", "F", 5), "\n", 56.0));
        structures.put("10", Map.of());
        structures.put("", "empty");
        structures.put("a", Map.of());
        structures.put("111", List.of(Map.of("e", "yes", "E", "no")));
        structures.put("A", Map.of());

        assertThat(CanonicalJson.text(structures))
                .isEqualTo("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
    }

    @Test
    void membersAreSortedByUtf16UnitsNotByCodePoints() {
        assertThat(CanonicalJson.text(Map.of("\ufb33", 1, "\ud83d\ude02", 2)))
                .isEqualTo("{\"\ud83d\ude02\":2,\"\ufb33\":1}");
    }

    @Test
    void numbersAreWrittenAsEcmaScriptDoes() {
        assertThat(CanonicalJson.text(Map.of("a", List.of(1e21, 1e20, 1e-7, -0.0, 9007199254740992L))))
                .isEqualTo("{\"a\":[1e+21,100000000000000000000,1e-7,0,9007199254740992]}");
    }

    @Test
    void whatJsonCannotHoldExactlyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("a", Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("a", 9007199254740993L)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("a", "\ud83d")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("a", "x\ude02")));
    }

    @Test
    void textIsNotNormalised() {
        assertThat(CanonicalJson.bytes(Map.of("a", "A\u030a")))
                .isEqualTo("{\"a\":\"A\u030a\"}".getBytes(StandardCharsets.UTF_8));
    }
}
