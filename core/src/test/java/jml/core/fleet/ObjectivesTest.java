package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectivesTest {
    private static final Objective SLOW = Objective.atMost(Sli.LATENCY_P95, 2, 20);
    private static final Objective STRICT = Objective.atMost(Sli.LATENCY_P95, 0.05, 20);

    private static List<Objective> of(String model, Objectives.Rule... rules) {
        return Objectives.defaults().withRules(List.of(rules)).of(new ModelKey("prod", model));
    }

    @Test
    void theMissionsTargetsHoldEverywhere() {
        assertThat(of("any"))
                .extracting(it -> it.sli() + " " + it.low() + " " + it.high())
                .containsExactly(
                        "LATENCY_P95 -Infinity 0.2",
                        "SUCCESS 0.999 Infinity",
                        "FIDELITY 0.95 Infinity",
                        "DRIFT -Infinity 0.2",
                        "MISSING_FEATURES -Infinity 0.001",
                        "UTILISATION 0.6 0.8",
                        "COLD_STARTS -Infinity 0.01");
    }

    @Test
    void theFirstRuleThatNamesAnIndicatorCounts() {
        var llm = new Objectives.Rule("", "llm-*", List.of(SLOW), List.of(Sli.FIDELITY));
        var all = new Objectives.Rule("", "*", List.of(STRICT, Objective.atMost(Sli.COST, 38, 0)), List.of());

        assertThat(of("llm-search", llm, all))
                .contains(SLOW, Objective.atMost(Sli.COST, 38, 0))
                .doesNotContain(STRICT)
                .extracting(Objective::sli)
                .doesNotContain(Sli.FIDELITY)
                .isSorted();
        assertThat(of("fraud", llm, all))
                .contains(STRICT)
                .extracting(Objective::sli)
                .contains(Sli.FIDELITY);
    }

    @Test
    void anEarlierRuleThatDropsAnIndicatorBeatsALaterThatSetsIt() {
        var none = new Objectives.Rule("", "fraud", List.of(), List.of(Sli.LATENCY_P95));
        var all = new Objectives.Rule("", "*", List.of(STRICT), List.of());

        assertThat(of("fraud", none, all)).extracting(Objective::sli).doesNotContain(Sli.LATENCY_P95);
        assertThat(of("fraud", all, none)).contains(STRICT);
    }

    @Test
    void aRuleOfAnotherEnvironmentDoesNotCount() {
        assertThat(of("fraud", new Objectives.Rule("staging", "*", List.of(SLOW), List.of())))
                .doesNotContain(SLOW);
    }

    @ParameterizedTest
    @CsvSource({
        "fraud,fraud,true",
        "fraud,fraud-2,false",
        "fraud*,fraud-2,true",
        "*-2,fraud-2,true",
        "f*-*d,f-a-d,true",
        "f*-*d,f-a-da,false",
        "a*a,a,false",
        "a*a,aa,true",
        "*b*b*,ab,false",
        "*b*b*,abxb,true",
        "*ab,aab,true",
        "**,x,true",
        "f.aud,fraud,false",
        "'*',' two\nlines',true"
    })
    void aStarStandsForAnyCharacters(String pattern, String model, boolean matches) {
        assertThat(of(model, new Objectives.Rule("", pattern, List.of(SLOW), List.of()))
                        .contains(SLOW))
                .isEqualTo(matches);
    }

    @Test
    void aRuleNeedsAModel() {
        assertThatThrownBy(() -> new Objectives.Rule("", "", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
