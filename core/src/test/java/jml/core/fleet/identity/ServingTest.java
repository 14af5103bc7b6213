package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.GENERIC;
import static jml.core.fleet.identity.Sketch.ISTIO;
import static jml.core.fleet.identity.Sketch.PROD;
import static jml.core.fleet.identity.Sketch.pairs;
import static jml.core.fleet.identity.Sketch.revision;
import static jml.core.fleet.identity.Sketch.rollout;
import static jml.core.fleet.identity.Sketch.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.model.Arm;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.release.Workload.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServingTest {
    private static final String A = "sha256:aa";
    private static final String B = "sha256:BB";
    private static final String[] NONE = {};

    private static Sketch registered() {
        return new Sketch()
                .model(
                        "fraud",
                        NONE,
                        NONE,
                        version("18"),
                        version("17", "image.digest=registry/fraud@" + B, "image=lab/fraud:rel-17"),
                        version("16", "image.digest=" + A, "image=lab/fraud:v16"));
    }

    private static ModelFacts facts(Sketch sketch) {
        return sketch.identify().roster().models().getFirst();
    }

    record Version(String fact, String said, String image, String expected) {
        @Override
        public String toString() {
            return fact;
        }
    }

    static Stream<Version> versions() {
        return Stream.of(
                new Version("what it says", "16", "lab/fraud:v9", "16"),
                new Version("what it says, in the registry's spelling", "v16", "lab/fraud", "16"),
                new Version("what it says beats its image", "18", "lab/fraud:v16@" + A, "18"),
                new Version("its image, where the registry has no such version", "24.05", "lab/fraud:24.05@" + A, "16"),
                new Version("the digest, in any case and form", "", "other:x@sha256:bb", "17"),
                new Version("the whole image reference", "", "lab/fraud:rel-17", "17"),
                new Version("the tag, when the registry has it", "", "other/fraud:v16", "16"),
                new Version("the tag, when it is a number", "", "other/fraud:12", "12"),
                new Version("not the tag of a serving image", "24.05-py3", "triton:24.05-py3", ""),
                new Version("not latest", "latest", "lab/fraud:latest", ""),
                new Version("not a word for nothing", "None", "localhost:5000/fraud", ""),
                new Version("a version that the registry cut away", "9", "lab/fraud", "9"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theVersionInServiceIs(Version each) {
        var facts = facts(
                registered().workload("ml/fraud", NONE, revision("h", Role.STABLE, each.said(), each.image(), 2)));

        assertThat(facts.version()).isEqualTo(each.expected());
    }

    @Test
    void withoutARegistryTheTagIsTheVersion() {
        var facts = facts(new Sketch()
                .workload("ml/x", new String[] {"model=fraud"}, revision("h", Role.STABLE, "", "x:2.1", 1)));

        assertThat(facts.version()).isEqualTo("2.1");
    }

    @Test
    void labelsOfTheWorkloadTellTheNewestRevisionsVersion() {
        var facts = facts(registered().workload("ml/fraud", "version=v17"));

        assertThat(facts.version()).isEqualTo("17");
    }

    @Test
    void seriesTellTheVersionWhereNothingElseDoes() {
        var facts = facts(registered().workload("ml/fraud").series("model=fraud", "version=v17"));

        assertThat(facts.version()).isEqualTo("17");
    }

    @Test
    void theVersionOfTheServerIsNotThatOfItsModels() {
        var facts = facts(new Sketch()
                .model("a", new String[] {"jml.workload=triton"}, NONE, version("3", "image.digest=" + A))
                .model("b", "jml.workload=triton")
                .workload(
                        "ml/triton",
                        new String[] {"version=24"},
                        revision("h", Role.STABLE, "24", "triton:24@" + A, 1)));

        assertThat(facts.version()).isEqualTo("3");
    }

    private static Sketch canary(Rollout rollout) {
        return registered()
                .workload(
                        "ml/fraud",
                        NONE,
                        rollout,
                        revision("9abc", Role.CANARY, "17", "lab/fraud@" + B, 4, 0.25),
                        revision("1def", Role.STABLE, "16", "lab/fraud@" + A, 12, 0.75),
                        revision("0old", Role.OLD, "15", "lab/fraud:v15", 0));
    }

    @Test
    void aRolloutUnderWayHasACandidate() {
        var facts = facts(canary(rollout(Rollout.Phase.PROGRESSING, 0.25)));

        assertThat(facts.version()).isEqualTo("16");
        assertThat(facts.candidate()).isEqualTo("17");
        assertThat(facts.candidateWeight()).isEqualTo(0.25);
        assertThat(facts.rollout()).isNotNull();
        assertThat(facts.placements())
                .extracting(Placement::role, Placement::version, Placement::share, Placement::restarts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Role.STABLE, "16", 0.75, 3),
                        org.assertj.core.groups.Tuple.tuple(Role.CANARY, "17", 0.25, 0));
        assertThat(facts.placements().getFirst().where()).isEqualTo("eu:ml/fraud");
        assertThat(facts.placements().getFirst().since()).isEqualTo(Sketch.MADE);
    }

    @Test
    void anAbortedRolloutHasNone() {
        var aborted =
                new Rollout(Rollout.Phase.DEGRADED, "", List.of(), 0, 0, null, Sketch.MADE, true, true, List.of());
        var facts = facts(canary(aborted));

        assertThat(facts.releasing()).isFalse();
        assertThat(facts.version()).isEqualTo("16");
        assertThat(facts.placements()).extracting(Placement::role).containsExactly(Role.STABLE, Role.OLD);
    }

    @Test
    void theFirstRevisionEverIsNoCandidate() {
        var facts = facts(registered()
                .workload(
                        "ml/fraud",
                        NONE,
                        rollout(Rollout.Phase.PROGRESSING, 0),
                        revision("9abc", Role.CANARY, "17", "x", 1)));

        assertThat(facts.releasing()).isFalse();
        assertThat(facts.version()).isEqualTo("17");
    }

    @Test
    void aCandidateOfTheSameVersionIsCalledByItsRevision() {
        var facts = facts(registered()
                .workload(
                        "ml/fraud",
                        NONE,
                        rollout(Rollout.Phase.PROGRESSING, 0.5),
                        revision("9abc", Role.CANARY, "16", "x", 1),
                        revision("1def", Role.STABLE, "16", "x", 1)));

        assertThat(facts.candidate()).isEqualTo("9abc");
    }

    @ParameterizedTest
    @CsvSource({
        "ml/fraud-stable,,ml/fraud-canary,",
        "ml/fraud,track=stable,ml/fraud-b,track=canary",
        "ml/fraud-primary,,ml/fraud,"
    })
    void twoWorkloadsAreTheTwoSides(String stable, String stableLabel, String canary, String canaryLabel) {
        var labels = "jml.dev/model=fraud";
        var sketch = registered()
                .workload(
                        stable,
                        stableLabel == null ? new String[] {labels} : new String[] {labels, stableLabel},
                        revision("1def", Role.STABLE, "16", "x", 9))
                .workload(
                        canary,
                        canaryLabel == null ? new String[] {labels} : new String[] {labels, canaryLabel},
                        revision("9abc", Role.STABLE, "17", "x", 1));
        var facts = facts(sketch);

        assertThat(facts.version()).isEqualTo("16");
        assertThat(facts.candidate()).isEqualTo("17");
        assertThat(facts.candidateWeight()).isEqualTo(0.1);
        assertThat(arm(sketch, ISTIO, "namespace=ml", "destination_workload=" + canary.substring(3)))
                .isEqualTo(Arm.CANARY);
    }

    @Test
    void twoClustersWithoutTracksAreOneVersionInTwoPlaces() {
        var facts = facts(registered().workload("eu/fraud", "version=16").workload("us/fraud", "version=16"));

        assertThat(facts.releasing()).isFalse();
        assertThat(facts.placements()).hasSize(2).allSatisfy(it -> assertThat(it.share())
                .isNaN());
        assertThat(facts.pods().total()).isEqualTo(4);
    }

    private static Arm arm(Sketch sketch, MetricPreset preset, String... labels) {
        var set = LabelSet.of(pairs(labels));
        var seen = sketch.seriesIn(PROD, preset, labels);
        var identified = seen.identify();
        int subject = identified.subject(PROD, preset, set, true);
        for (var arm : Arm.values()) {
            if (subject >= 0 && identified.roster().subject(0, arm) == subject) {
                return arm;
            }
        }
        return null;
    }

    @ParameterizedTest
    @CsvSource({
        "version=17,CANARY",
        "version=v17,CANARY",
        "version=16,BASELINE",
        "version=9abc,CANARY",
        "version=fraud-9abc,CANARY",
        "version=fraud-1def,BASELINE",
        "version=15,",
        "version=None,",
        "track=canary,CANARY",
        "track=Stable,BASELINE",
        "track=other,",
        "other=17,"
    })
    void aVersionLabelTellsTheArm(String label, Arm expected) {
        assertThat(arm(canary(rollout(Rollout.Phase.PROGRESSING, 0.25)), GENERIC, "model=fraud", label))
                .isEqualTo(expected);
    }

    @Test
    void withoutAReleaseThereIsNoArm() {
        assertThat(arm(registered().workload("ml/fraud", "version=16"), GENERIC, "model=fraud", "version=16"))
                .isNull();
    }

    @Test
    void seriesAloneTellACanary() {
        var sketch = registered()
                .series("model=fraud", "version=16", "track=stable")
                .series("model=fraud", "version=17", "track=canary");
        var facts = facts(sketch);

        assertThat(facts.version()).isEqualTo("16");
        assertThat(facts.candidate()).isEqualTo("17");
        assertThat(facts.placements()).extracting(Placement::where).containsOnly("model=\"fraud\"");
        assertThat(arm(sketch, GENERIC, "model=fraud", "version=17", "track=canary"))
                .isEqualTo(Arm.CANARY);
    }

    @Test
    void ofTwoVersionsInSeriesTheAliasTellsWhichServes() {
        var sketch = new Sketch()
                .model("fraud", NONE, new String[] {"champion=16"}, version("17"), version("16"))
                .series("model=fraud", "version=16")
                .series("model=fraud", "version=17");

        assertThat(facts(sketch).version()).isEqualTo("16");
        assertThat(facts(sketch).releasing()).isFalse();
    }

    @Test
    void templatesThatCouldBeBroughtBackAreToldOnceNewestFirst() {
        var old = new ArrayList<Workload.Revision>();
        old.add(revision("h9", Role.STABLE, "16", "", 2));
        for (int i = 8; i > 0; i--) {
            old.add(revision("h" + i, Role.OLD, i == 8 ? "17" : "", "", 0));
        }
        var facts = facts(registered().workload("ml/fraud", NONE, old.toArray(new Workload.Revision[0])));

        assertThat(facts.registrySource()).isEqualTo("mlflow");
        assertThat(facts.placements()).singleElement().satisfies(it -> {
            assertThat(it.hash()).isEqualTo("h9");
            assertThat(it.earlier()).extracting(Placement.Earlier::hash).containsExactly("h8", "h7", "h6", "h5", "h4");
            assertThat(it.earlier().getFirst().version()).isEqualTo("17");
        });
    }
}
