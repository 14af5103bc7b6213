package jml.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jml.core.alert.Alert.Severity;
import jml.core.alert.SeverityRules.Rule;
import jml.core.alert.Silence.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityRulesTest {
    @ParameterizedTest
    @CsvSource({
        "page, PAGE",
        "critical, PAGE",
        "Critical, PAGE",
        "ticket, TICKET",
        "warning, TICKET",
        "paging, TICKET",
        "whatever, TICKET"
    })
    void theUsualWordsDecide(String word, Severity expected) {
        assertThat(SeverityRules.USUAL.of(Map.of("severity", word))).isEqualTo(expected);
    }

    @Test
    void anAlertWithoutTheLabelIsATicket() {
        assertThat(SeverityRules.USUAL.of(Map.of("alertname", "Burn"))).isEqualTo(Severity.TICKET);
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        var rules = new SeverityRules(List.of(
                new Rule(List.of(matcher("team", "lab")), Severity.TICKET),
                new Rule(List.of(matcher("priority", "P1")), Severity.PAGE)));

        assertThat(rules.of(Map.of("priority", "P1"))).isEqualTo(Severity.PAGE);
        assertThat(rules.of(Map.of("priority", "P1", "team", "lab"))).isEqualTo(Severity.TICKET);
    }

    @Test
    void aRuleWithoutMatchersTurnsTheRestIntoPages() {
        var rules = new SeverityRules(List.of(new Rule(List.of(), Severity.PAGE)));

        assertThat(rules.of(Map.of())).isEqualTo(Severity.PAGE);
    }

    private static Matcher matcher(String name, String value) {
        return new Matcher(name, value, false, true);
    }
}
