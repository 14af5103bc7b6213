package jml.views.releases.review;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.approval.PendingReview;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import org.jspecify.annotations.Nullable;

/// Opens the review that the link names, and keeps it as it is known now. FX thread; needs no toolkit.
final class OpenReview {
    /// What stands in the page's place.
    enum State {
        WAITING,
        SHOWN,
        /// Nothing waits under this link.
        NONE,
        /// What waits cannot be asked.
        FAILED
    }

    private final ReviewQueue queue;
    private final ReviewViewModel model;
    private final Navigation navigation;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.WAITING);
    private String open = "";

    OpenReview(ReviewQueue queue, ReviewViewModel model, Navigation navigation) {
        this.queue = queue;
        this.model = model;
        this.navigation = navigation;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Follows link and queue until unsubscribed.
    Subscription show() {
        queue.ask();
        return Subscription.combine(
                queue.answerProperty().subscribe(answer -> follow(navigation.here(), answer)),
                navigation
                        .hereProperty()
                        .subscribe(
                                (_, link) -> follow(link, queue.answerProperty().get())));
    }

    private void follow(Link link, ReviewQueue.@Nullable Answer answer) {
        model.past(link.at() != null);
        boolean other = !link.selection().equals(open);
        var found = answer == null
                ? Optional.<PendingReview>empty()
                : answer.pending().stream()
                        .filter(it -> ReviewQueue.path(it).equals(link.selection()))
                        .findFirst();
        if (found.isPresent()) {
            boolean first = other || state.get() != State.SHOWN;
            open = link.selection();
            if (first) {
                model.open(found.get());
            } else {
                model.refresh(found.get());
            }
            state.set(State.SHOWN);
        } else if (other || model.decidedProperty().get().isEmpty()) {
            // A review that was just decided here stays in sight with its decision.
            open = link.selection();
            model.close();
            state.set(answer == null ? State.WAITING : answer.problem().isEmpty() ? State.NONE : State.FAILED);
        }
    }
}
