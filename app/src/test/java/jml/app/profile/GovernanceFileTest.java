package jml.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import jml.core.approval.FourEyes;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The profile's lines on rules and approvals.
class GovernanceFileTest {
    private static final String FULL = """
            environments:
            - {name: prod-eu, stage: production}
            - {name: staging, stage: staging}
            approvals:
            - environment: prod-eu
              model: credit-*
              needed: 2
              roles: [owner, governance]
            - {environment: staging, needed: 0}
            - needed: 1
            policies: own-rules.yaml
            trustedKeys: keys/people.yaml
            highRisk: model.tier == 1 && act.weight > 25
            servingAliases: [live]
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("profile.yaml"), text);
    }

    @Test
    void everyLineArrives() throws Exception {
        var governance = ProfileFile.read(file(FULL)).governance();

        assertThat(governance.policies()).isEqualTo("own-rules.yaml");
        assertThat(governance.trustedKeys()).isEqualTo("keys/people.yaml");
        assertThat(governance.highRisk()).isEqualTo("model.tier == 1 && act.weight > 25");
        assertThat(governance.servingAliases()).containsExactly("live");
        assertThat(governance.approvals().of(new ModelKey("prod-eu", "credit-risk")))
                .contains(new FourEyes(2, Set.of("owner", "governance")));
        assertThat(governance.approvals().of(new ModelKey("staging", "credit-risk")))
                .isEmpty();
        assertThat(governance.approvals().of(new ModelKey("prod-eu", "churn"))).contains(new FourEyes(1, Set.of()));
    }

    @Test
    void withoutALineNobodyNeedsToApprove() throws Exception {
        var governance = ProfileFile.read(file("environments:\n- {name: prod-eu, stage: production}\n"))
                .governance();

        assertThat(governance).isEqualTo(Governance.NONE);
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws Exception {
        var profile = ProfileFile.read(file(FULL));
        var copy = folder.resolve("copy.yaml");

        ProfileFile.write(profile, copy);

        assertThat(ProfileFile.read(copy).governance()).isEqualTo(profile.governance());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environment: prod-eu|environment: prod-us|line 5: approvals[0].environment prod-us is none of this profile's",
                "model: credit-*|model: ' '|line 6: approvals[0].model has no value",
                "needed: 2|needed: -1|line 7: approvals[0].needed must be between 0, for nobody, and 20",
                "needed: 2|needed: 21|line 7: approvals[0].needed must be between 0",
                "needed: 2|needed: two|line 7: approvals[0].needed must be a whole number",
                "needed: 2|neded: 2|line 7: approvals[0].neded is not a field",
                "[owner, governance]|[null]|line 8: approvals[0].roles[0] has no value",
                "- needed: 1|- null|line 10: approvals[2] has no value",
                "policies: own-rules.yaml|policies: [a]|line 11: policies",
                "policies: own-rules.yaml|policies:|line 11: policies has no value",
                "trustedKeys: keys/people.yaml|trustedKeys:|line 12: trustedKeys has no value",
                "highRisk: model.tier == 1 && act.weight > 25|highRisk:|line 13: highRisk has no value",
                "[live]|['']|line 14: servingAliases[0] is missing",
            })
    void whatIsWrongIsNamedByLineAndField(String right, String wrong, String message) throws Exception {
        var file = file(FULL.replace(right, wrong));

        assertThatThrownBy(() -> ProfileFile.read(file))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(message);
    }
}
