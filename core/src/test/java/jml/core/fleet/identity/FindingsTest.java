package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.revision;
import static jml.core.fleet.identity.Sketch.rollout;
import static jml.core.fleet.identity.Sketch.version;
import static org.assertj.core.api.Assertions.assertThat;

import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.model.Environment;
import jml.core.release.Rollout;
import jml.core.release.Workload.Role;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final String[] NONE = {};

    private static ModelFacts facts(Sketch sketch) {
        return sketch.identify().roster().models().getFirst();
    }

    private static Sketch champion(String alias, String target, Sketch sketch) {
        return sketch.model(
                "fraud",
                NONE,
                new String[] {alias + "=" + target},
                version("17"),
                version("16", "image.digest=sha256:aa"));
    }

    private static Sketch serving(String version) {
        return new Sketch().workload("ml/fraud", "version=" + version);
    }

    @Test
    void factsThatFitHaveNoFindings() {
        assertThat(facts(champion("champion", "16", serving("16"))).findings()).isEmpty();
    }

    @Test
    void anAliasMayPointAtADeletedVersion() {
        assertThat(facts(champion("shadow", "4", serving("16"))).findings())
                .containsExactly("Alias shadow points at v4, which was deleted.");
    }

    @Test
    void theServingAliasMayDisagreeWithWhatServes() {
        assertThat(facts(champion("champion", "17", serving("16"))).findings())
                .containsExactly("Alias champion points at v17, but v16 serves.");
    }

    @Test
    void anAliasOnTheCandidateIsOnTheWay() {
        var sketch = champion("champion", "17", new Sketch())
                .workload(
                        "ml/fraud",
                        NONE,
                        rollout(Rollout.Phase.PROGRESSING, 0.5),
                        revision("b", Role.CANARY, "17", "x", 1),
                        revision("a", Role.STABLE, "16", "x", 1));

        assertThat(facts(sketch).findings()).isEmpty();
    }

    @Test
    void otherAliasesDoNotSayWhatServes() {
        assertThat(facts(champion("challenger", "17", serving("16"))).findings())
                .isEmpty();
    }

    @Test
    void outsideProductionNoAliasSaysWhatServes() {
        var sketch = champion("champion", "17", new Sketch().environment("staging", Environment.Stage.STAGING))
                .seriesIn("staging", Sketch.GENERIC, "model=fraud", "version=16");

        assertThat(facts(sketch).version()).isEqualTo("16");
        assertThat(facts(sketch).findings()).isEmpty();
    }

    @Test
    void aVersionThatTheRegistryDoesNotHaveIsNotCompared() {
        assertThat(facts(champion("champion", "17", serving("2024-05"))).findings())
                .isEmpty();
    }

    @Test
    void aWorkloadMaySayAnotherVersionThanItsImageIs() {
        var sketch = champion("champion", "17", new Sketch())
                .workload("ml/fraud", NONE, revision("a", Role.STABLE, "17", "x@sha256:aa", 1));

        assertThat(facts(sketch).findings()).containsExactly("Workload ml/fraud says v17 and runs the image of v16.");
    }

    @Test
    void twoModelsThatClaimOneWorkloadBothSaySo() {
        var identified = new Sketch()
                .model("fraud_scorer")
                .model("fraud.scorer")
                .workload("ml/fraud-scorer")
                .identify();

        assertThat(identified.roster().models())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.findings())
                        .containsExactly(
                                "Workload ml/fraud-scorer could be that of fraud.scorer or fraud_scorer, and is"
                                        + " counted for none of them."))
                .allSatisfy(it -> assertThat(it.placements()).isEmpty());
        assertThat(identified.unmatched()).singleElement().satisfies(it -> assertThat(it.reason())
                .isEqualTo("claimed with equal right by fraud.scorer and fraud_scorer"));
    }

    @Test
    void twoRegistriesMayHaveOneName() {
        var sketch = new Sketch()
                .modelIn("z-registry", "fraud", new String[] {"owner=z"}, NONE)
                .modelIn("a-registry", "fraud", new String[] {"owner=a"}, NONE)
                .series("model=fraud");

        assertThat(facts(sketch).findings())
                .containsExactly("Registries a-registry and z-registry both have this model; a-registry counts.");
        assertThat(facts(sketch).owner()).isEqualTo("a");
    }

    @Test
    void ownerUseCaseAndPauseAreWhatPeopleWrote() {
        var sketch = new Sketch()
                .model("fraud", "owner=risk", "use_case=payments")
                .workload("ml/fraud", "team=other", "@jml.dev/paused=until the audit is done");

        assertThat(facts(sketch).owner()).isEqualTo("risk");
        assertThat(facts(sketch).useCase()).isEqualTo("payments");
        assertThat(facts(sketch).pausedBy()).isEqualTo("until the audit is done");
        assertThat(facts(sketch).objectives()).isEqualTo(Objectives.defaults().everywhere());
    }

    @Test
    void aWorkloadWithoutReplicasSleepsOnPurpose() {
        var sketch = new Sketch().model("fraud").workload("ml/fraud", NONE, revision("a", Role.STABLE, "1", "x", 0));

        assertThat(facts(sketch).pausedBy()).isEqualTo("scaled to zero");
    }
}
