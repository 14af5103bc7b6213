package jml.views.releases.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.approval.PendingReview;
import jml.core.policy.RuleResult;
import jml.views.kit.screen.FxWork;
import org.jspecify.annotations.Nullable;

/// One review from its frozen evidence to the signed decision. FX thread; needs no toolkit.
public final class ReviewViewModel {
    private final Approvals approvals;
    private final Runnable changed;
    private final FxWork work;
    private final Clock clock;
    private final ReviewContents contents;
    private final ReadOnlyObjectWrapper<@Nullable ReviewContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final StringProperty exceptionOwner = new SimpleStringProperty(this, "exceptionOwner", "");
    private final ObjectProperty<@Nullable Instant> exceptionEnd = new SimpleObjectProperty<>(this, "exceptionEnd");
    private final ReadOnlyBooleanWrapper mayApprove = new ReadOnlyBooleanWrapper(this, "mayApprove");
    private final ReadOnlyBooleanWrapper mayExcept = new ReadOnlyBooleanWrapper(this, "mayExcept");
    private final ReadOnlyBooleanWrapper mayBypass = new ReadOnlyBooleanWrapper(this, "mayBypass");
    private final ReadOnlyBooleanWrapper mayReject = new ReadOnlyBooleanWrapper(this, "mayReject");
    private final ReadOnlyStringWrapper ready = new ReadOnlyStringWrapper(this, "ready", "");
    private final ReadOnlyStringWrapper decided = new ReadOnlyStringWrapper(this, "decided", "");
    private @Nullable PendingReview shown;
    private boolean signing;
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper(this, "past");
    private Subscription asking = () -> {};

    /// @param changed told when something was frozen or decided
    public ReviewViewModel(Approvals approvals, Runnable changed, FxWork work, Clock clock) {
        this.approvals = approvals;
        this.changed = changed;
        this.work = work;
        this.clock = clock;
        this.contents = new ReviewContents(clock.getZone());
        reason.subscribe(this::enliven);
        exceptionOwner.subscribe(this::enliven);
        exceptionEnd.subscribe(this::enliven);
    }

    /// Null while nothing is shown.
    ReadOnlyObjectProperty<@Nullable ReviewContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    StringProperty reasonProperty() {
        return reason;
    }

    /// Who answers for an exception.
    StringProperty exceptionOwnerProperty() {
        return exceptionOwner;
    }

    /// When an exception ends; null until chosen.
    ObjectProperty<@Nullable Instant> exceptionEndProperty() {
        return exceptionEnd;
    }

    ReadOnlyBooleanProperty mayApproveProperty() {
        return mayApprove.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mayExceptProperty() {
        return mayExcept.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mayBypassProperty() {
        return mayBypass.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mayRejectProperty() {
        return mayReject.getReadOnlyProperty();
    }

    /// Why approving is possible or not, or what came of the decision: the line under the buttons.
    ReadOnlyStringProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// What was decided here, as it reads back; empty until then.
    ReadOnlyStringProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    /// In the past nothing can be decided.
    void past(boolean now) {
        past.set(now);
        enliven();
    }

    /// Shows another review; what was written for the one before is gone.
    public void open(PendingReview review) {
        decided.set("");
        reason.set("");
        exceptionOwner.set("");
        exceptionEnd.set(null);
        show(review);
    }

    /// The same review as it is known now: others may have decided meanwhile. What the person wrote stays.
    void refresh(PendingReview review) {
        if (signing) {
            return;
        }
        if (decided.get().isEmpty()) {
            show(review);
        } else {
            content.set(contents.of(review, clock.instant()));
        }
    }

    /// Nothing is shown any more.
    void close() {
        shown = null;
        content.set(null);
        enliven();
    }

    /// Collects the evidence anew. What the person wrote stays.
    void freezeAgain() {
        var review = shown;
        if (review != null && !signing && !past.get()) {
            ask(() -> approvals.freeze(review), frozen -> {
                show(frozen);
                changed.run();
            });
        }
    }

    void approve() {
        decide(wish(Approval.Decision.APPROVE, false), mayApprove.get());
    }

    void approveWithException() {
        decide(wish(Approval.Decision.APPROVE_WITH_EXCEPTION, false), mayExcept.get());
    }

    /// Approves past the four eyes.
    void bypass() {
        decide(wish(Approval.Decision.APPROVE, true), mayBypass.get());
    }

    void reject() {
        decide(wish(Approval.Decision.REJECT, false), mayReject.get());
    }

    private void decide(Optional<Approvals.Wish> wish, boolean may) {
        var review = shown;
        if (review == null || !may || wish.isEmpty()) {
            return;
        }
        // The review as it was read at this press, whatever is frozen meanwhile.
        ask(() -> approvals.decide(review, wish.get()), checked -> {
            shown = null;
            enliven();
            ready.set(checked.sentence());
            decided.set(checked.sentence());
            changed.run();
        });
    }

    private <T> void ask(Callable<T> question, Consumer<T> answered) {
        signing = true;
        enliven();
        asking.unsubscribe();
        asking = work.run(
                question,
                answer -> {
                    signing = false;
                    answered.accept(answer);
                },
                problem -> {
                    signing = false;
                    enliven();
                    ready.set(problem.getMessage() == null ? problem.toString() : problem.getMessage());
                });
    }

    private void show(PendingReview review) {
        shown = review;
        content.set(contents.of(review, clock.instant()));
        enliven();
    }

    private void enliven() {
        var approve = obstacle(Approval.Decision.APPROVE, false);
        mayApprove.set(approve.isEmpty());
        mayExcept.set(obstacle(Approval.Decision.APPROVE_WITH_EXCEPTION, false).isEmpty());
        mayBypass.set(obstacle(Approval.Decision.APPROVE, true).isEmpty());
        mayReject.set(obstacle(Approval.Decision.REJECT, false).isEmpty());
        ready.set(approve.orElse("Ready: you had no part in the version, and your key is trusted."));
    }

    /// Empty when the decision may be made now.
    private Optional<String> obstacle(Approval.Decision decision, boolean bypass) {
        var review = shown;
        if (review == null) {
            return Optional.of("Nothing waits here.");
        }
        if (past.get()) {
            return Optional.of("You see the past. Go live to decide.");
        }
        if (signing) {
            return Optional.of("Signing …");
        }
        return wish(decision, bypass)
                .map(wish -> review.obstacle(wish, clock.instant()))
                .orElse(Optional.of("An exception needs an owner, an end and a rule that is not kept."));
    }

    /// Empty when an exception's terms are not there yet.
    private Optional<Approvals.Wish> wish(Approval.Decision decision, boolean bypass) {
        if (decision != Approval.Decision.APPROVE_WITH_EXCEPTION) {
            return Optional.of(new Approvals.Wish(decision, reason.get().strip(), Optional.empty(), bypass));
        }
        var end = exceptionEnd.get();
        var owner = exceptionOwner.get().strip();
        var rules = notKept();
        if (end == null || owner.isEmpty() || rules.isEmpty()) {
            return Optional.empty();
        }
        var terms = new Approval.ExceptionTerms(rules, owner, end);
        return Optional.of(new Approvals.Wish(decision, reason.get().strip(), Optional.of(terms), bypass));
    }

    private List<String> notKept() {
        var review = shown;
        return review == null
                ? List.of()
                : ReviewContents.notKept(review).map(RuleResult::policy).toList();
    }
}
