package jml.app.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jml.app.SimulatedRegistries;
import jml.app.profile.Profile;
import jml.app.profile.ProfileFile;
import jml.core.act.Check;
import jml.core.act.Proposal;
import jml.core.act.RegistryAct;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.ModelKey;
import jml.core.policy.PolicyDecision;
import jml.core.policy.PolicyEngine;
import jml.core.policy.PolicyInput;
import jml.core.source.SourceException;
import jml.engine.act.JumpingPacer;
import jml.engine.approval.ApprovalQuestion;
import jml.engine.approval.HighRisk;
import jml.engine.approval.PolicyQuestion;
import jml.engine.approval.SignedApprovals;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;
import jml.gameday.act.DoneActs;
import jml.gameday.act.SimulatedActuator;
import jml.gameday.approval.SimulatedPeople;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;
import jml.store.audit.StrictJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the preflight hears of rules and approvals before the simulated credit release goes on.
class PolicyAndRiskTest {
    private static final Instant OPENED = Instant.parse("2026-11-11T14:00:00Z");
    private static final ModelKey CREDIT = new ModelKey(SimulatedFleet.ENVIRONMENT.name(), "credit-underwriting");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);

    private final JumpingPacer clock = new JumpingPacer(OPENED);

    @TempDir
    private Path data;

    private FleetSnapshot now() {
        return fleet.snapshot(clock.instant());
    }

    private SignedApprovals approvals(@Nullable PolicyEngine policies) throws Exception {
        var actuator = new SimulatedActuator(fleet, clock, DoneActs.unkept());
        var trust = new ProfileTrust(Profile.simulated(), data, "pat");
        var journal = FileAuditJournal.open(AuditFiles.simulatedIn(data), new SimulatedPeople(), clock);
        return new SignedApprovals(
                this::now,
                (_, _, _) -> Optional.empty(),
                new SignedApprovals.Rules(Profile.simulated().governance().approvals(), policies, trust),
                new SignedApprovals.Means(
                        new SimulatedRegistries(new FleetRegistry(fleet, clock)),
                        _ -> Optional.of(actuator),
                        trust.keys(),
                        journal,
                        new StrictJson()),
                clock);
    }

    private static Proposal proposal(Proposal.Purpose purpose) {
        var act = new RegistryAct(
                UUID.randomUUID(),
                CREDIT,
                SimulatedFleet.SOURCE,
                "credit-risk",
                new RegistryAct.Verb.SetAlias("champion", "8"));
        return new Proposal(UUID.randomUUID(), purpose, CREDIT, "Promote", "7", "8", List.of(act));
    }

    private static Proposal promote() {
        return proposal(Proposal.Purpose.PROMOTE_FULLY);
    }

    @Test
    void aPromotionIsHeldUntilThePersonHereApproves() throws Exception {
        var approvals = approvals(null);
        var question = new ApprovalQuestion(approvals);

        assertThat(question.of(promote(), now())).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Check.Outcome.STOPS);
            assertThat(it.finding()).contains("v8 waits for approval: 0 of 1 approved");
        });

        var wish = new Approvals.Wish(Approval.Decision.APPROVE, "Read it.", Optional.empty(), false);
        approvals.decide(approvals.pending().getFirst(), wish);

        assertThat(question.of(promote(), now())).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Check.Outcome.READY);
            assertThat(it.finding()).isEqualTo("approved by pat, 1 of 1");
        });
    }

    @Test
    void goingBackIsHeldByNothing() throws Exception {
        var back = proposal(Proposal.Purpose.ROLL_BACK);
        var down = engine("engine");

        assertThat(new ApprovalQuestion(approvals(down)).of(back, now())).isEmpty();
        assertThat(new PolicyQuestion(approvals(down)).of(back, now())).isEmpty();
    }

    private static PolicyEngine engine(String name) {
        return new PolicyEngine() {
            @Override
            public PolicyDecision decide(PolicyInput input) throws SourceException {
                throw new SourceException(name, SourceException.Kind.UNREACHABLE, "connection refused");
            }

            @Override
            public String describe() {
                return name;
            }
        };
    }

    @Test
    void anEngineThatIsDownAllowsNothingAndSaysSo() throws Exception {
        var checks = new PolicyQuestion(approvals(engine("OPA"))).of(promote(), now());

        assertThat(checks).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Check.Outcome.STOPS);
            assertThat(it.finding())
                    .isEqualTo("OPA did not decide, so nothing is allowed: no answer: connection refused");
        });
    }

    @Test
    void aRuleThatDoesNotCompileAllowsNothingAndIsNamedWithLineAndColumn() throws Exception {
        var policies = rules("check: model.tier ==\n      && true");
        var checks = new PolicyQuestion(approvals(policies)).of(promote(), now());

        assertThat(checks).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Check.Outcome.STOPS);
            assertThat(it.finding()).contains("tier-known: check line ").contains("column ");
        });
    }

    @Test
    void aDenialSaysWhichRuleOnWhichValueAndWhatWouldSatisfyIt() throws Exception {
        var checks = new PolicyQuestion(approvals(rules("check: model.tier == 1"))).of(promote(), now());

        assertThat(checks).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Check.Outcome.STOPS);
            assertThat(it.finding()).contains("A tier is named (tier-known): model.tier is not known.");
            assertThat(it.steps()).containsExactly("Name one in the registry.");
        });
    }

    private PolicyEngine rules(String check) throws Exception {
        Files.writeString(data.resolve("rules.yaml"), """
                pack: own
                policies:
                - id: tier-known
                  title: A tier is named
                  %s
                  reason: The tier is {model.tier}.
                  remedy: Name one in the registry.
                  severity: deny
                """.formatted(check));
        return ProfilePolicies.of(profile("policies: rules.yaml")).orElseThrow();
    }

    private Profile profile(String line) throws Exception {
        var file = Files.writeString(data.resolve("profile.yaml"), """
                environments:
                - name: prod-eu
                  stage: production
                  sources:
                  - {name: registry, product: mlflow, url: 'http://127.0.0.1:1'}
                %s
                """.formatted(line));
        return ProfileFile.read(file);
    }

    @Test
    void aConditionThatHoldsOrHasNoAnswerTakesASecondPersonAndACureNeverDoes() {
        var registries = new SimulatedRegistries(new FleetRegistry(fleet, clock));
        var holds = new HighRisk("act.weight > 25", this::now, registries, clock);
        var not = new HighRisk("act.weight > 100", this::now, registries, clock);
        var unanswered = new HighRisk("model.tier == 1", this::now, registries, clock);
        var broken = new HighRisk("model.tier ==", this::now, registries, clock);

        assertThat(holds.test(promote())).isTrue();
        assertThat(not.test(promote())).isFalse();
        assertThat(unanswered.test(promote())).isTrue();
        assertThat(broken.test(promote())).isTrue();
        assertThat(holds.test(proposal(Proposal.Purpose.ROLL_BACK))).isFalse();
    }
}
