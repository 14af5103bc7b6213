package jml.core.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jml.core.act.Proposal.Purpose;
import jml.core.act.WorkloadAct.Verb;
import jml.core.alert.Alert;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.Placement;
import jml.core.fleet.Roster;
import jml.core.fleet.StandingRules;
import jml.core.judge.Judgement;
import jml.core.judge.Ruling;
import jml.core.judge.SampleRatio;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ModelKey FRAUD = new ModelKey("prod", "fraud-scorer");
    private static final Offers OFFERS = new Offers(UUID::randomUUID, List.of("champion"));

    private Workload.Kind kind = Workload.Kind.ROLLOUT;
    private Environment.Stage stage = Environment.Stage.PRODUCTION;
    private boolean readOnly;
    private String canaryWhere = "eu:west:fraud/fraud-scorer";
    private Rollout rollout = rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.STEP, false);
    private List<Placement.Earlier> earlier = List.of();

    private static Rollout rollout(Rollout.Phase phase, Rollout.PauseReason pause, boolean aborted) {
        var step = new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, 0.25, null, "");
        return new Rollout(phase, "", List.of(step, step, step), 1, 0.25, pause, null, aborted, true, List.of());
    }

    private FleetSnapshot fleet(boolean releasing) {
        var stable = placement("eu:west:fraud/fraud-scorer", Workload.Role.STABLE, "16", "st", 6);
        var facts = new ModelFacts(
                FRAUD,
                "",
                "",
                "fraud",
                "mlflow",
                Map.of("champion", "16", "canary", "17", "blessed", "17"),
                "16",
                releasing ? "17" : "",
                releasing ? 0.25 : Double.NaN,
                releasing
                        ? List.of(stable, placement(canaryWhere, Workload.Role.CANARY, "17", "ca", 7))
                        : List.of(stable),
                rollout,
                PodCounts.NONE,
                Workload.Resources.NONE,
                "",
                List.of(),
                List.of());
        var roster = new Roster(List.of(facts));
        var figures = new Figures.Builder(roster.subjects()).build();
        var none = FleetSnapshot.empty(NOON, Origin.LIVE);
        return new FleetSnapshot(
                NOON,
                Origin.LIVE,
                List.of(new Environment("prod", stage, readOnly)),
                roster,
                figures,
                StandingRules.stand(NOON, roster, figures, List.of(), new int[0], List.of(), none),
                List.of(),
                new int[0],
                List.of(),
                List.of());
    }

    private Placement placement(String where, Workload.Role role, String version, String hash, long revision) {
        return new Placement(
                where,
                kind,
                role,
                version,
                "",
                hash,
                revision,
                null,
                0.5,
                4,
                4,
                0,
                1,
                role == Workload.Role.STABLE ? earlier : List.of());
    }

    private Offer offer(boolean releasing, Purpose purpose, Optional<Ruling> ruling) {
        return OFFERS.now(fleet(releasing), 0, ruling).stream()
                .filter(it -> it.purpose() == purpose)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Ruling> ruling(Judgement.Verdict verdict) {
        var judgement = new Judgement(verdict, "said", List.of());
        return Optional.of(
                new Ruling(FRAUD, "17", NOON, NOON, NOON, judgement, SampleRatio.NOT_CHECKED, List.of(), ""));
    }

    private static List<String> titles(Offer offer) {
        assertThat(offer.proposal()).isNotNull();
        return offer.proposal().acts().stream().map(Act::title).toList();
    }

    @Test
    void aRollBackAbortsFirstAndThenTakesTheCanarysAliasOff() {
        var back = offer(true, Purpose.ROLL_BACK, Optional.empty());

        assertThat(back.label()).isEqualTo("Roll back to v16");
        assertThat(back.proposal().title()).isEqualTo("Roll back fraud-scorer to v16");
        assertThat(back.proposal().from()).isEqualTo("17");
        assertThat(titles(back)).containsExactly("Abort the rollout of fraud-scorer", "Take alias canary off fraud");
        assertThat(back.proposal().acts().getFirst()).isInstanceOfSatisfying(WorkloadAct.class, act -> {
            assertThat(act.verb()).isEqualTo(new Verb.Abort("ca"));
            assertThat(act.target().cluster()).isEqualTo("eu:west");
            assertThat(act.target().path()).isEqualTo("fraud/fraud-scorer");
        });
    }

    @Test
    void outsideProductionTheRegistryIsLeftAlone() {
        stage = Environment.Stage.STAGING;

        assertThat(titles(offer(true, Purpose.ROLL_BACK, Optional.empty()))).hasSize(1);
        assertThat(titles(offer(true, Purpose.PROMOTE_FULLY, Optional.empty()))).hasSize(1);
    }

    @Test
    void aPromotionInFullMovesTheServingAliasAfterTheTraffic() {
        assertThat(titles(offer(true, Purpose.PROMOTE_FULLY, Optional.empty())))
                .containsExactly("Promote fraud-scorer fully", "Set alias champion of fraud to v17");
    }

    @Test
    void whatTheJudgeForbidsIsNotAllowedAndSaysSo() {
        var promote = offer(true, Purpose.PROMOTE, ruling(Judgement.Verdict.ROLLBACK));

        assertThat(promote.allowed()).isFalse();
        assertThat(promote.reason()).isEqualTo("Promote v17 is not allowed: the judge says ROLLBACK.");
        assertThat(offer(true, Purpose.ROLL_BACK, ruling(Judgement.Verdict.PROMOTE))
                        .allowed())
                .isTrue();
        assertThat(offer(true, Purpose.PROMOTE, ruling(Judgement.Verdict.CONTINUE))
                        .allowed())
                .isTrue();
    }

    @Test
    void aRolloutThatDoesNotWaitCannotBePromotedToItsNextStep() {
        rollout = rollout(Rollout.Phase.PROGRESSING, null, false);

        assertThat(offer(true, Purpose.PROMOTE, Optional.empty()).reason())
                .isEqualTo("Promote v17 is not allowed: it does not wait: it is at step 2 of 3.");
        assertThat(offer(true, Purpose.PAUSE, Optional.empty()).allowed()).isTrue();
    }

    @Test
    void whatAPersonPausedCanBeResumed() {
        rollout = rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.PERSON, false);

        assertThat(offer(true, Purpose.RESUME, Optional.empty()).proposal().title())
                .isEqualTo("Resume fraud-scorer");
        assertThat(offer(true, Purpose.PROMOTE, Optional.empty()).allowed()).isFalse();
        assertThat(offer(true, Purpose.PROMOTE_FULLY, Optional.empty()).reason())
                .contains("resume it first");
    }

    @Test
    void afterAnAbortItCanBeTriedAgainOrTheStableTemplateBroughtBack() {
        rollout = rollout(Rollout.Phase.DEGRADED, null, true);
        earlier = List.of(
                new Placement.Earlier("ca", 7, "17", null),
                new Placement.Earlier("o5", 5, "15", null),
                new Placement.Earlier("o4", 4, "", null));

        var offers = OFFERS.now(fleet(false), 0, Optional.empty());

        assertThat(offers)
                .extracting(Offer::label)
                .containsExactly(
                        "Try v17 again", "Bring back v16", "Bring back v15", "Bring back revision 4", "Restart");
        assertThat(offers.get(1).proposal().from()).isEqualTo("17");
        assertThat(offers.get(2).proposal().acts())
                .extracting(Act::title)
                .containsExactly("Bring back template o5 of fraud-scorer", "Set alias champion of fraud to v15");
    }

    @Test
    void aDeploymentUnderWayGoesBackToTheTemplateThatServes() {
        kind = Workload.Kind.DEPLOYMENT;

        var act = (WorkloadAct) offer(true, Purpose.ROLL_BACK, Optional.empty())
                .proposal()
                .acts()
                .getFirst();
        assertThat(act.verb()).isEqualTo(new Verb.Undo("st"));
    }

    @Test
    void aCanaryInItsOwnDeploymentIsScaledAway() {
        kind = Workload.Kind.DEPLOYMENT;
        canaryWhere = "eu:west:fraud/fraud-scorer-canary";

        var act = (WorkloadAct) offer(true, Purpose.ROLL_BACK, Optional.empty())
                .proposal()
                .acts()
                .getFirst();
        assertThat(act.verb()).isEqualTo(new Verb.Scale(0));
        assertThat(act.target().name()).isEqualTo("fraud-scorer-canary");
    }

    @Test
    void nothingIsAllowedWhereTheProfileIsReadOnly() {
        readOnly = true;

        assertThat(OFFERS.now(fleet(true), 0, Optional.empty())).isNotEmpty().allSatisfy(it -> assertThat(it.reason())
                .isEqualTo("prod is read-only in this profile."));
    }

    @Test
    void whatNoClusterHoldsOffersNothing() {
        kind = Workload.Kind.OTHER;

        assertThat(OFFERS.now(fleet(true), 0, Optional.empty())).isEmpty();
    }

    @Test
    void aSilenceMatchesTheAlertsOwnLabels() {
        var alert = new Alert(
                "f",
                "am",
                "Burn",
                Alert.Severity.PAGE,
                NOON,
                Map.of("alertname", "Burn", "model", "fraud-scorer"),
                Map.of(),
                List.of(),
                List.of(),
                List.of());

        var offer = OFFERS.silence(fleet(true), 0, alert, NOON.plusSeconds(7200), "rolling back");

        assertThat(offer.proposal().acts().getFirst()).isInstanceOfSatisfying(SilenceAct.class, act -> {
            var create = (SilenceAct.Verb.Create) act.verb();
            assertThat(act.source()).isEqualTo("am");
            assertThat(create.matchers()).hasSize(2).allMatch(it -> it.equal() && !it.regex());
        });
    }
}
