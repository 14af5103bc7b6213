package jml.views.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.Check;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Preflight;
import jml.core.act.Preparation;
import jml.core.act.Proposal;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.model.ModelKey;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// The rollback of the sample fleet's fraud-scorer, in every state that the design draws.
public final class SampleActs {
    public static final ModelKey FRAUD = new ModelKey(SampleFleet.PROD, "fraud-scorer");
    public static final Proposal ROLL_BACK = rollBack();
    private static final Instant NOON = SampleFleet.NOON;
    private static final Sighting SEEN = new Sighting(
            NOON, "Rollout fraud/fraud-scorer", "88120417", new TreeMap<>(Map.of("podHash", "7c9f4d", "step", "2")));

    private SampleActs() {}

    private static Proposal rollBack() {
        var target = new WorkloadAct.Target("Kubernetes", Workload.Kind.ROLLOUT, "fraud", "fraud-scorer");
        return new Proposal(
                new UUID(0, 1),
                Proposal.Purpose.ROLL_BACK,
                FRAUD,
                "Roll back fraud-scorer to v16",
                "17",
                "16",
                List.of(
                        new WorkloadAct(new UUID(0, 2), FRAUD, target, new WorkloadAct.Verb.Abort("7c9f4d")),
                        new RegistryAct(
                                new UUID(0, 3),
                                FRAUD,
                                "MLflow",
                                "fraud-scorer",
                                new RegistryAct.Verb.DeleteAlias("canary"))));
    }

    public static Preflight ready() {
        return preflight(List.of());
    }

    /// The same with checks in place of the ones on their subjects.
    public static Preflight preflight(List<Check> others) {
        var checks = new ArrayList<>(List.of(
                Check.ready(Check.Subject.PERMISSION, "you may patch rollouts/status in fraud"),
                Check.ready(Check.Subject.TARGET, "still 88120417, as on your screen at 14:32:06"),
                Check.toKnow(
                        Check.Subject.GITOPS,
                        "Argo CD app fraud-prod owns it, self-heal on. It will not undo this abort (status only), but Git"
                                + " still asks for v17:",
                        List.of(
                                "Revert 4c1e9a7 in the deployment repository",
                                "Until then any change of the template starts v17 again")),
                Check.ready(Check.Subject.CAPACITY, "HPA 12 to 24; room for 9 more pods in pool gpu-a"),
                Check.ready(Check.Subject.BLAST_RADIUS, "25% of traffic, 15 requests/s; no other model reads v17"),
                Check.ready(Check.Subject.ROLLBACK_TARGET, "v16 served all traffic for 21 days until 13:20"),
                Check.ready(Check.Subject.SCHEMA, "same input and output")));
        for (var other : others) {
            checks.removeIf(it -> it.subject() == other.subject());
            checks.addFirst(other);
        }
        return new Preflight(ROLL_BACK, NOON, preparations(), checks, Preflight.Confirm.TYPED_NAME);
    }

    private static List<Preparation> preparations() {
        return List.of(
                new Preparation(
                        ROLL_BACK.acts().getFirst(),
                        SEEN,
                        "v17 stops serving. v16 grows from 12 to 16 pods, then takes all traffic.",
                        List.of(),
                        new DryRun(
                                DryRun.Answer.ACCEPTED,
                                List.of(
                                        line(
                                                DryRun.Kind.CONTEXT,
                                                "Rollout fraud/fraud-scorer  version 88120417",
                                                false),
                                        line(DryRun.Kind.ADDED, "status.abort: true", false),
                                        line(
                                                DryRun.Kind.REMOVED,
                                                "weight   v17 25 · v16 75    pods  v17 4 · v16 12",
                                                true),
                                        line(
                                                DryRun.Kind.ADDED,
                                                "weight   v17  0 · v16 100   pods  v17 0 · v16 16",
                                                true))),
                        List.of(
                                "PATCH rollouts/fraud-scorer/status",
                                "namespace fraud, JSON patch",
                                "test podHash = 7c9f4d",
                                "add  status.abort = true")),
                new Preparation(
                        ROLL_BACK.acts().getLast(),
                        new Sighting(NOON, "Model fraud-scorer", "", new TreeMap<>()),
                        "The registry alias canary is taken off v17.",
                        List.of(),
                        new DryRun(DryRun.Answer.ACCEPTED, List.of()),
                        List.of("DELETE registered-models/alias fraud-scorer canary")));
    }

    private static DryRun.Line line(DryRun.Kind kind, String text, boolean predicted) {
        return new DryRun.Line(kind, text, predicted);
    }

    /// In the seconds before anything is sent.
    public static Course counting() {
        return counting(NOON);
    }

    /// @param since when it was confirmed
    public static Course counting(Instant since) {
        return course(
                Course.Stage.GRACE,
                since.plusSeconds(5),
                null,
                null,
                null,
                "fraud-scorer goes back to v16. Nothing is sent yet.");
    }

    public static Course watching() {
        var effect = new Effect(
                Effect.State.UNDER_WAY,
                List.of(
                        new Effect.Fact("Controller saw it: abort", "", NOON.plusSeconds(1)),
                        new Effect.Fact("v16 has 16 pods ready", "16/16", NOON.plusSeconds(3)),
                        new Effect.Fact("v17 gets no traffic", "25% → 0%", NOON.plusSeconds(5)),
                        new Effect.Fact("v17 pods end", "4 → 1", null)));
        return course(
                Course.Stage.WATCHING,
                null,
                new Receipt.Accepted(200, Duration.ofMillis(200), "88120466"),
                effect,
                null,
                "v16 serves; fidelity is not back yet.");
    }

    public static Course ended(Course.Ending ending, String sentence) {
        return course(Course.Stage.ENDED, null, null, null, ending, sentence);
    }

    private static Course course(
            Course.Stage stage,
            @Nullable Instant until,
            @Nullable Receipt receipt,
            @Nullable Effect effect,
            Course.@Nullable Ending ending,
            String sentence) {
        Act first = ROLL_BACK.acts().getFirst();
        return new Course(
                ROLL_BACK,
                new Confirmation("on-call", "Judge says ROLLBACK", "fraud-scorer"),
                4182,
                stage,
                until == null ? NOON : until.minusSeconds(5),
                until,
                List.of(new Course.Step(first, SEEN, receipt, effect)),
                ending,
                sentence);
    }
}
