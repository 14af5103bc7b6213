package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.GENERIC;
import static jml.core.fleet.identity.Sketch.PROD;
import static jml.core.fleet.identity.Sketch.pairs;
import static jml.core.fleet.identity.Sketch.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.fleet.RandomFleet;
import jml.core.metric.LabelSet;
import jml.core.release.PodCounts;
import jml.core.release.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentificationTest {
    @Test
    void whatDidNotChangeIsTheSameInstance() {
        var sketch = new Sketch().model("a").workload("ml/a").series("model=b");
        var first = sketch.identify();

        var second = sketch.rules().identify(sketch.observed(), Objectives.defaults(), first);
        assertThat(second.roster()).isSameAs(first.roster());

        sketch.series("model=c");
        var third = sketch.rules().identify(sketch.observed(), Objectives.defaults(), second);
        assertThat(third.roster()).isNotSameAs(first.roster());
        assertThat(third.roster().models().getFirst())
                .isSameAs(first.roster().models().getFirst());
    }

    @Test
    void aSeriesThatWasNotObservedBelongsToNoModel() {
        var identified = new Sketch().series("model=a").identify();

        assertThat(identified.subject(PROD, GENERIC, LabelSet.of(pairs("model=b")), false))
                .isEqualTo(-1);
        assertThat(identified.subject("staging", GENERIC, LabelSet.of(pairs("model=a")), false))
                .isEqualTo(-1);
        assertThat(identified.subject(PROD, GENERIC, LabelSet.of(pairs("model=a", "version=2")), false))
                .isZero();
    }

    @Test
    void rowsAreSortedByName() {
        var identified = new Sketch()
                .series("model=c")
                .series("model=a")
                .series("model=B")
                .identify();

        assertThat(identified.roster().models()).extracting(ModelFacts::key).isSorted();
    }

    /// Random parts of a small vocabulary, so that claims collide in every way there is.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theOrderOfWhatWasObservedNeverMatters(long seed) {
        var sketch = tangled(new Random(seed));
        var expected = sketch.identify();
        for (int round = 0; round < 5; round++) {
            var identified = sketch.rules()
                    .identify(sketch.shuffled(new Random(seed * 100 + round)), Objectives.defaults(), null);

            assertThat(identified.roster().models()).isEqualTo(expected.roster().models());
            assertThat(identified.unmatched()).isEqualTo(expected.unmatched());
            for (var seen : sketch.observed().series()) {
                for (boolean byArm : new boolean[] {false, true}) {
                    assertThat(identified.subject(seen.environment(), seen.preset(), seen.labels(), byArm))
                            .isEqualTo(expected.subject(seen.environment(), seen.preset(), seen.labels(), byArm));
                }
            }
        }
    }

    /// What is taken over from the run before must be what a first run would find.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void goingOnFromTheLastRunFindsWhatAFirstRunFinds(long seed) {
        var random = new Random(seed);
        var sketch = tangled(random);
        var observed = sketch.observed();
        var last = sketch.identify();
        for (int round = 0; round < 20; round++) {
            observed = observed.withWorkloads(
                    observed.workloads().stream().map(it -> moved(it, random)).toList());
            var fresh = sketch.rules().identify(observed, Objectives.defaults(), null);
            last = sketch.rules().identify(observed, Objectives.defaults(), last);

            assertThat(last.roster().models()).isEqualTo(fresh.roster().models());
            assertThat(last.roster().subjects()).isEqualTo(fresh.roster().subjects());
            assertThat(last.unmatched()).isEqualTo(fresh.unmatched());
            for (var seen : observed.series()) {
                for (boolean byArm : new boolean[] {false, true}) {
                    assertThat(last.subject(seen.environment(), seen.preset(), seen.labels(), byArm))
                            .isEqualTo(fresh.subject(seen.environment(), seen.preset(), seen.labels(), byArm));
                }
                assertThat(last.sharing(seen.environment(), seen.preset(), seen.labels()))
                        .isEqualTo(fresh.sharing(seen.environment(), seen.preset(), seen.labels()));
            }
        }
    }

    /// Mostly as it was; else other counts, another version, and now and then another image or role.
    private static Workload moved(Workload workload, Random random) {
        if (random.nextInt(3) > 0) {
            return workload;
        }
        int pods = random.nextInt(4);
        boolean rebuilt = random.nextInt(30) == 0;
        var revisions = new ArrayList<Workload.Revision>();
        for (var it : workload.revisions()) {
            revisions.add(revision(
                    it.hash(), it.role(), "" + random.nextInt(3), rebuilt ? "x@sha256:" + pods : it.image(), pods));
        }
        if (random.nextInt(30) == 0) {
            revisions.addFirst(revision("new", Workload.Role.CANARY, "2", "x", 1));
        }
        return new Workload(
                workload.cluster(),
                workload.environment(),
                workload.kind(),
                workload.namespace(),
                workload.name(),
                workload.uid(),
                workload.labels(),
                workload.annotations(),
                revisions,
                new PodCounts(pods, pods, random.nextInt(pods + 1), random.nextInt(3), List.of()),
                workload.resources(),
                workload.rollout(),
                pods == 0);
    }

    @Test
    void aPodsReadinessChangesItsModelAndNoOther() {
        var sketch = new Sketch()
                .series("unnamed=x")
                .series("model=a")
                .series("model=b")
                .workload("ml/a")
                .workload("ml/b");
        var first = sketch.identify();
        var observed = sketch.observed();
        var b = observed.workloads().getLast();
        var unready = new Workload(
                b.cluster(),
                b.environment(),
                b.kind(),
                b.namespace(),
                b.name(),
                b.uid(),
                b.labels(),
                b.annotations(),
                b.revisions(),
                new PodCounts(2, 2, 1, 3, List.of()),
                b.resources(),
                b.rollout(),
                false);
        var second = sketch.rules()
                .identify(
                        observed.withWorkloads(List.of(observed.workloads().getFirst(), unready)),
                        Objectives.defaults(),
                        first);

        assertThat(second.roster().models().getFirst())
                .isSameAs(first.roster().models().getFirst());
        assertThat(second.roster().models().getLast().pods().ready()).isEqualTo(1);
        assertThat(first.roster().models().getLast().pods().ready()).isEqualTo(2);
        // Nothing was matched again.
        assertThat(second.unmatched()).isNotEmpty().isSameAs(first.unmatched());
    }

    private static Sketch tangled(Random random) {
        var names =
                new ArrayList<>(List.of("fraud", "Fraud", "fraud_x", "fraud-x", "credit", "a/b", "b", "x-canary", "x"));
        names.addAll(RandomFleet.HOSTILE_NAMES);
        var sketch = new Sketch();
        for (var name : names) {
            if (random.nextInt(3) == 0) {
                sketch.model(name, "jml.workload=" + pick(names, random), "jml.series=" + pick(names, random));
            } else if (random.nextBoolean()) {
                sketch.model(name);
            }
        }
        for (int i = 0; i < 12; i++) {
            var label = List.of("model", "app", "track", "app.kubernetes.io/part-of")
                    .get(random.nextInt(4));
            sketch.workload(
                    List.of("a", "b").get(random.nextInt(2)) + "/" + pick(names, random) + i % 3,
                    new String[] {label + "=" + pick(names, random)},
                    revision("h" + i, Workload.Role.STABLE, "" + random.nextInt(3), "x", random.nextInt(3)));
        }
        for (int i = 0; i < 15; i++) {
            sketch.series(
                    List.of(GENERIC, Sketch.ISTIO, Sketch.SELDON).get(random.nextInt(3)),
                    "namespace=" + List.of("a", "b", "").get(random.nextInt(3)),
                    "model=" + pick(names, random),
                    "destination_workload=" + pick(names, random),
                    "server=" + pick(names, random),
                    "track=" + List.of("stable", "canary", "").get(random.nextInt(3)));
        }
        return sketch;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    @Test
    void hostileNamesAreNamesLikeAnyOther() {
        var sketch = new Sketch().emptyRegistry();
        for (var name : RandomFleet.HOSTILE_NAMES) {
            sketch.model(name).workload("ml/" + name, "model=" + name).series("model=" + name);
        }
        var identified = sketch.identify();

        assertThat(identified.roster().models())
                .extracting(it -> it.key().name())
                .containsExactlyInAnyOrderElementsOf(RandomFleet.HOSTILE_NAMES);
        assertThat(identified.unmatched()).isEmpty();
    }

    @Test
    void namesThatSpellEachOthersLongFormStayApart() {
        var sketch = new Sketch()
                .workload("a/w1", "model=b")
                .workload("c/w2", "model=b")
                .series("namespace=z", "model=a/b");

        assertThatCode(sketch::identify).doesNotThrowAnyException();
        assertThat(sketch.identify().roster().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1,5,10,1", "4,1,10,0.1", "4,NaN,10,0.25", "4,0,0,0.25", "4,0,10,0", "4,12,10,0.25"})
    void aServersCostIsSplitByTrafficOrEqually(int hosted, double own, double all, double share) {
        // A model alone on its server with half of the "server's" traffic is a contradiction; traffic decides.
        assertThat(Sharing.share(hosted, own, all)).isEqualTo(hosted == 1 && own == 5 ? 0.5 : share);
    }

    @Test
    void tenThousandModelsAreIdentifiedInOneGo() {
        var sketch = new Sketch();
        var sets = new ArrayList<LabelSet>();
        for (int i = 0; i < 10_000; i++) {
            sketch.model("model-" + i, i % 2 == 0 ? new String[] {"jml.workload=w-" + i} : new String[0])
                    .workload("ml/" + (i % 2 == 0 ? "w-" : "model-") + i, "app=x")
                    .series("namespace=ml", "model=model_" + i, "version=1");
            sets.add(LabelSet.of(pairs("namespace=ml", "model=model_" + i, "version=1")));
        }
        var observed = sketch.observed();
        var first = sketch.rules().identify(observed, Objectives.defaults(), null);
        assertThat(first.roster().size()).isEqualTo(10_000);
        assertThat(first.unmatched()).isEmpty();

        // Work a name, not work a pair of names: a quadratic rule would need minutes here. Time of this thread alone,
        // since the machine may be busy with other things.
        var clock = ManagementFactory.getThreadMXBean();
        long begun = clock.getCurrentThreadCpuTime();
        var again = sketch.rules().identify(observed, Objectives.defaults(), first);
        long identified = clock.getCurrentThreadCpuTime();
        for (var labels : sets) {
            assertThat(again.subject(PROD, GENERIC, labels, false)).isNotNegative();
        }

        assertThat(again.roster()).isSameAs(first.roster());
        assertThat(Duration.ofNanos(identified - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
