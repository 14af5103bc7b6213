package jml.views.releases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import jml.core.act.Release;
import jml.core.act.ReleaseState;
import jml.core.act.ReleaseWords;
import jml.core.approval.PendingReview;
import jml.core.fleet.FinishedRelease;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.text.Words;
import jml.views.kit.icon.Icon;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;
import jml.views.releases.review.EvidenceContents;
import jml.views.releases.review.ReviewQueue;
import org.jspecify.annotations.Nullable;

/// One release as a row of the board: under way, waiting for its review, or finished.
///
/// @param id what a link selects; the board crosses environments
/// @param opens what a row leads to
/// @param steps of traffic in its plan; 0 when it has none
/// @param reached how many of them are done or under way
/// @param stopped true when the judge stopped it where it stands
/// @param endedAt null while it is under way
record ReleaseRow(
        String id,
        Opens opens,
        ModelKey key,
        Environment environment,
        Cells.Word verdict,
        Cells.Arms arms,
        String engine,
        int steps,
        int reached,
        boolean stopped,
        boolean quiet,
        String why,
        String decides,
        String waitsFor,
        @Nullable Instant endedAt) {

    enum Opens {
        PAGE,
        REVIEW,
        /// The page as it was before the release ended.
        PAST
    }

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
        var group = release.state().group();
        return new ReleaseRow(
                facts.key().path(),
                Opens.PAGE,
                facts.key(),
                environment,
                ReleaseLook.of(release.state()),
                arms(facts.version(), facts.candidate(), facts.candidateWeight()),
                engine(release),
                // The last step, to all traffic, is never written down.
                weights.isEmpty() ? 0 : weights.size() + 1,
                reached,
                release.state() == ReleaseState.ROLLBACK,
                group == ReleaseState.Group.RUNS || group == ReleaseState.Group.HELD,
                ReleaseWords.why(release),
                ReleaseWords.decides(release),
                ReleaseWords.waitsFor(release),
                null);
    }

    /// A version that waits for its review and gets no traffic yet.
    static ReleaseRow of(PendingReview review, Environment environment) {
        var evidence = review.evidence();
        return new ReleaseRow(
                ReviewQueue.path(review),
                Opens.REVIEW,
                review.model(),
                environment,
                new Cells.Word(Icon.EMPTY, "ink-2", "NOT STARTED"),
                arms(evidence.serving(), evidence.version(), Double.NaN),
                Words.NO_VALUE,
                0,
                0,
                false,
                false,
                "checklist " + EvidenceContents.checklistNote(evidence),
                Words.NO_VALUE,
                approval(review),
                null);
    }

    /// @param now of the board
    static ReleaseRow of(FinishedRelease finished, Environment environment, Instant now, ZoneId zone) {
        return new ReleaseRow(
                "finished " + finished.model().path() + " " + finished.at(),
                Opens.PAST,
                finished.model(),
                environment,
                finished.promoted()
                        ? new Cells.Word(Icon.CHECK, "ink-2", "PROMOTED")
                        : new Cells.Word(Icon.UNDO, "ink-2", "ROLLED BACK"),
                new Cells.Arms("", ""),
                "",
                0,
                0,
                false,
                true,
                Words.oneLine(finished.text(), 120),
                Words.time(finished.at(), now, zone),
                Words.age(Duration.between(finished.at(), now)) + " ago",
                finished.at());
    }

    /// The same release while its version waits for people's approval too.
    ReleaseRow waitingFor(PendingReview review) {
        return new ReleaseRow(
                ReviewQueue.path(review),
                Opens.REVIEW,
                key,
                environment,
                verdict,
                arms,
                engine,
                steps,
                reached,
                stopped,
                false,
                why,
                decides,
                approval(review),
                null);
    }

    private static String approval(PendingReview review) {
        return "Approval: " + review.review().approved() + " of "
                + review.review().needed();
    }

    private static Cells.Arms arms(String version, String candidate, double weight) {
        var share = Double.isNaN(weight) ? "" : " " + Words.share(weight);
        return new Cells.Arms(Words.version(version), Words.version(candidate) + share);
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
