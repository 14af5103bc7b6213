package jml.views.releases;

import java.util.List;
import java.util.stream.IntStream;
import jml.core.act.Release;
import jml.core.act.ReleaseState;
import jml.core.act.ReleaseWords;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.text.Words;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;

/// One release as a row of the board.
///
/// @param steps of traffic in its plan; 0 when it has none
/// @param reached how many of them are done or under way
record ReleaseRow(
        ModelKey key,
        Environment environment,
        ReleaseState state,
        String version,
        String candidate,
        double weight,
        String engine,
        int steps,
        int reached,
        String why,
        String decides,
        String waitsFor) {

    static ReleaseRow of(Release release, Environment environment) {
        var facts = release.facts();
        var rollout = facts.rollout();
        var weights = rollout == null
                ? List.<Integer>of()
                : IntStream.range(0, rollout.steps().size())
                        .filter(at -> rollout.steps().get(at).kind() == Rollout.Step.Kind.SET_WEIGHT)
                        .boxed()
                        .toList();
        int reached = rollout == null
                ? 0
                : (int) weights.stream().filter(at -> at <= rollout.step()).count();
        return new ReleaseRow(
                facts.key(),
                environment,
                release.state(),
                facts.version(),
                facts.candidate(),
                facts.candidateWeight(),
                engine(release),
                // The last step, to all traffic, is never written down.
                weights.isEmpty() ? 0 : weights.size() + 1,
                reached,
                ReleaseWords.why(release),
                ReleaseWords.decides(release),
                ReleaseWords.waitsFor(release));
    }

    private static String engine(Release release) {
        return release.facts().placements().stream()
                .filter(it -> it.role() == Workload.Role.CANARY)
                .findFirst()
                .map(it -> switch (it.kind()) {
                    case ROLLOUT -> "Argo Rollouts";
                    case DEPLOYMENT -> "Deployment, 2 tracks";
                    case OTHER -> "–";
                })
                .orElse("–");
    }

    /// Identity of the row: the board crosses environments.
    String id() {
        return key.path();
    }

    boolean stopped() {
        return state == ReleaseState.ROLLBACK;
    }

    boolean quiet() {
        return state.group() == ReleaseState.Group.RUNS || state.group() == ReleaseState.Group.HELD;
    }

    Cells.Word verdict() {
        return ReleaseLook.of(state);
    }

    Cells.Arms arms() {
        var share = Double.isNaN(weight) ? "" : " " + Words.share(weight);
        return new Cells.Arms(Words.version(version), Words.version(candidate) + share);
    }

    CellText decision() {
        return switch (decides) {
            case "now" -> new CellText(decides, CellText.Tone.BREACHING);
            case "–" -> CellText.NONE;
            default -> CellText.of(decides);
        };
    }

    String step() {
        return steps == 0 ? "" : reached + "/" + steps;
    }
}
