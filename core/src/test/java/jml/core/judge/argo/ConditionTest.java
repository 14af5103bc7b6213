package jml.core.judge.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " → ",
            quoteCharacter = '`',
            value = {
                "result[0] >= 0.95 → true",
                "result[0] * 100 >= 97 && len(result) == 2 → true",
                "result[len(result) - 1] < 1 → true",
                "result[0] > 1 or not (result[1] > 1) → true",
                "all(result, {# >= 0.96}) → true",
                "all(result, {# > 0.96}) → false",
                "any(result, {# > 0.96}) and none(result, {# > 0.98}) → true",
                "one(result, {# == 0.97}) → true",
                "isNaN(result[0]) || isInf(result[0]) → false",
                "asInt('12') == 12 && asFloat(\"0.5\") < 1 && asInt(-1.5) == -1 → true",
                "default(result, 0) == 0 → false",
                "0.97 in result → true",
                "(result[0] > 0.5 ? 1 : 2) == 1 → true"
            })
    void itReadsArgosLanguage(String text, boolean answer) throws Exception {
        assertThat(holds(text, List.of(0.97, 0.96))).isEqualTo(answer);
    }

    @Test
    void scalarsMapsTextsAndNothingAreResultsToo() throws Exception {
        assertThat(holds("result < 0.05", 0.01)).isTrue();
        assertThat(holds("result < 1", 0.01)).isTrue();
        assertThat(holds("result.data.ok && result.count == 3", Map.of("data", Map.of("ok", true), "count", 3.0)))
                .isTrue();
        assertThat(holds("result == 'good'", "good")).isTrue();
        assertThat(holds("default(result, 0) < 0.05", null)).isTrue();
        assertThat(holds("isNil(result) && result == nil", null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"<", "<=", ">", ">=", "=="})
    void comparisonsWithNaNAreFalse(String sign) throws Exception {
        assertThat(holds("result " + sign + " 1", Double.NaN)).isFalse();
        assertThat(holds("1.0 " + sign + " result", Double.NaN)).isFalse();
    }

    @Test
    void theLeftSideDecidesFirst() throws Exception {
        assertThat(holds("len(result) == 0 || result[0] < 1", List.of())).isTrue();
        assertThat(holds("len(result) > 0 && result[0] < 1", List.of())).isFalse();
        assertThatThrownBy(() -> holds("result[0] < 1 || len(result) == 0", List.of()))
                .isInstanceOf(Condition.EvaluationException.class);
    }

    @Test
    void whatDoesNotFitIsAnEvaluationError() {
        assertThatThrownBy(() -> holds("result[0] < 1", 0.5)).isInstanceOf(Condition.EvaluationException.class);
        assertThatThrownBy(() -> holds("isNaN(result)", "text")).isInstanceOf(Condition.EvaluationException.class);
        assertThatThrownBy(() -> holds("asInt(result) > 0", "x")).isInstanceOf(Condition.EvaluationException.class);
        assertThatThrownBy(() -> holds("default(result, 1)", 0.5)).isInstanceOf(Condition.EvaluationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "result[0] >=|1|13",
                "result > 1 &|1|12",
                "len(result) > 10 && results > 1|1|21",
                "all(result, {# > })|1|18",
                "result + 1|1|8",
                "result[0] % 2 == 0|1|11"
            })
    void aMistakeHasItsLineAndColumn(String text, int line, int column) {
        assertThatThrownBy(() -> Condition.of(text)).isInstanceOfSatisfying(ConditionException.class, wrong -> {
            assertThat(wrong.line()).isEqualTo(line);
            assertThat(wrong.column()).isEqualTo(column);
        });
    }

    @Test
    void aMistakeOnALaterLineIsFoundThere() {
        assertThatThrownBy(() -> Condition.of("result > 5 &&\n  wrong < 1"))
                .hasMessageStartingWith("line 2, column 3: ");
    }

    private static boolean holds(String text, @Nullable Object result) throws Exception {
        return Condition.of(text).holds(result);
    }
}
