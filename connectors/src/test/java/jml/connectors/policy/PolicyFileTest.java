package jml.connectors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import jml.core.policy.PolicyTests;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
    private static final Instant NOW = Instant.parse("2026-11-11T14:32:06Z");
    private static final String RULE = """
            pack: own
            policies:
              - id: signed
                title: Signed
                check: signature.status == 'valid'
                reason: "{signature.status}"
                severity: deny
                cases:
                  - {name: none, input: {signature: {status: unsigned}}, expect: passed}
            """;

    @Test
    void everyRuleOfTheConsolesOwnPassesItsCases() throws Exception {
        var pack = PolicyFile.builtIn();

        assertThat(PolicyTests.failures(pack, NOW)).isEmpty();
        assertThat(pack.policies())
                .hasSizeGreaterThan(20)
                .allSatisfy(policy -> assertThat(policy.cases()).as(policy.id()).hasSizeGreaterThan(1));
    }

    @Test
    void aCaseThatComesOutOtherwiseIsAFailure() throws Exception {
        var failures = PolicyTests.failures(PolicyFile.parse("own.yaml", RULE), NOW);

        assertThat(failures).singleElement().asString().contains("signed, none: expected PASSED, was FAILED");
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace() {
        assertThatThrownBy(() -> PolicyFile.parse("own.yaml", RULE.replace("severity: deny", "severity: perhaps")))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("own.yaml: signed.severity is perhaps, not one of [DENY, WARN");
        assertThatThrownBy(() -> PolicyFile.parse("own.yaml", RULE.replace("title: Signed", "tite: Signed")))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("own.yaml line")
                .hasMessageContaining("tite");
        assertThatThrownBy(() -> PolicyFile.parse("own.yaml", RULE + "    check: 'true'\n"))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("own.yaml line 10");
        assertThatThrownBy(() -> PolicyFile.parse("own.yaml", "")).isInstanceOf(PolicyFileException.class);
        assertThatThrownBy(() -> PolicyFile.parse("own.yaml", RULE + RULE.substring(RULE.indexOf("  - id"))))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("signed is there twice");
    }
}
