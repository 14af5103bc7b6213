package jml.views.releases.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jml.core.approval.Approvals;
import jml.core.approval.PendingReview;
import jml.core.model.ModelKey;
import jml.views.kit.screen.FxWork;
import org.jspecify.annotations.Nullable;

/// The reviews that wait for people, asked while somebody looks. FX thread, but for [#latest()]; needs no toolkit.
public final class ReviewQueue {
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Approvals approvals;
    private final FxWork work;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
    // Read by the background, written by the FX thread.
    private volatile List<PendingReview> latest = List.of();
    private @Nullable Instant asked;

    /// @param pending longest waiting first; as last known when it cannot be asked now
    /// @param problem why it could not be asked; empty when it could
    public record Answer(List<PendingReview> pending, String problem) {
        public Answer {
            pending = List.copyOf(pending);
        }
    }

    public ReviewQueue(Approvals approvals, FxWork work, Clock clock) {
        this.approvals = approvals;
        this.work = work;
        this.clock = clock;
    }

    /// Null until the first answer.
    public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The last answer; any thread.
    public List<PendingReview> latest() {
        return latest;
    }

    /// The review that waits for a model's version; any thread.
    public Optional<PendingReview> of(ModelKey model, String version) {
        return latest.stream()
                .filter(it ->
                        it.model().equals(model) && it.evidence().version().equals(version))
                .findFirst();
    }

    /// Asks, unless it was asked a moment ago.
    public void ask() {
        var now = clock.instant();
        if (asked == null || !now.isBefore(asked.plus(FRESH))) {
            askAgain();
        }
    }

    /// Asks now: something was decided or frozen.
    public void askAgain() {
        asked = clock.instant();
        var _ = work.run(
                approvals::pending,
                pending -> put(new Answer(pending, "")),
                problem -> put(
                        new Answer(latest, problem.getMessage() == null ? problem.toString() : problem.getMessage())));
    }

    private void put(Answer now) {
        latest = now.pending();
        answer.set(now);
    }

    /// What a link selects: two versions of a model may wait at once.
    public static String path(PendingReview review) {
        return review.model().path() + "@" + review.evidence().version();
    }
}
