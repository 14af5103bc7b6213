package jml.views.act;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Preflight;
import jml.core.act.Proposal;
import jml.core.fleet.FleetFeed;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.views.kit.screen.FxWork;
import org.jspecify.annotations.Nullable;

/// One act from the question to its end, as the sheet over the screen shows it. FX thread; needs no toolkit.
public final class ActViewModel {
    private final Acting acting;
    private final FleetFeed feed;
    private final FxWork work;
    private final Clock clock;
    private final ActContents contents;
    private final ReadOnlyObjectWrapper<@Nullable ActContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live");
    private final ReadOnlyBooleanWrapper aside = new ReadOnlyBooleanWrapper(this, "aside");
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final Map<UUID, Preflight> confirmed = new HashMap<>();
    private @Nullable Proposal shown;
    private @Nullable Preflight preflight;
    private Subscription asking = () -> {};

    public ActViewModel(Acting acting, FleetFeed feed, FxWork work, Clock clock) {
        this.acting = acting;
        this.feed = feed;
        this.work = work;
        this.clock = clock;
        this.contents = new ActContents(clock.getZone());
        reason.subscribe(this::enliven);
        typed.subscribe(this::enliven);
        content.subscribe(this::enliven);
    }

    /// Null while nothing is shown.
    ReadOnlyObjectProperty<@Nullable ActContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// Whether the button may be pressed.
    ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /// Whether what is under way is told in a corner and not on the sheet: outside production, where no name was typed.
    ReadOnlyBooleanProperty asideProperty() {
        return aside.getReadOnlyProperty();
    }

    /// Stops what the corner counts down; false when it counts nothing.
    public boolean stoppedAside() {
        if (aside.get() && content.get() instanceof ActContent.Counting) {
            cancel();
            return true;
        }
        return false;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Opens the question; a course of this proposal that is under way is shown instead.
    public void propose(Proposal proposal, String why) {
        shown = proposal;
        preflight = null;
        aside.set(false);
        reason.set(why);
        typed.set("");
        if (!follow()) {
            ask(proposal);
        }
    }

    /// Asks everything again.
    void lookAgain() {
        if (shown != null) {
            typed.set("");
            ask(shown);
        }
    }

    private void ask(Proposal proposal) {
        asking.unsubscribe();
        content.set(new ActContent.Asking(ActContents.question(proposal, environment(proposal.model()))));
        asking = work.run(
                () -> acting.path().preflight(proposal),
                answered -> {
                    preflight = answered;
                    content.set(contents.asked(answered, environment(proposal.model())));
                },
                problem -> content.set(new ActContent.Failed(
                        ActContents.question(proposal, environment(proposal.model())),
                        problem.getMessage() == null ? problem.toString() : problem.getMessage())));
    }

    /// Presses the button.
    void confirm() {
        var asked = preflight;
        if (!live.get() || asked == null) {
            return;
        }
        confirmed.put(asked.proposal().id(), asked);
        aside.set(asked.confirm() == Preflight.Confirm.GRACE
                && environment(asked.proposal().model()).stage() != Environment.Stage.PRODUCTION);
        preflight = null;
        var confirmation = confirmation();
        asking.unsubscribe();
        asking = work.run(
                () -> {
                    acting.path().confirm(asked, confirmation);
                    return asked;
                },
                _ -> follow(),
                problem -> content.set(new ActContent.Failed(
                        ActContents.question(
                                asked.proposal(), environment(asked.proposal().model())),
                        problem.getMessage() == null ? problem.toString() : problem.getMessage())));
    }

    /// Shows on the sheet what a corner told.
    void expand() {
        aside.set(false);
    }

    /// Esc: stops what has not been sent, else closes the sheet; what was sent goes on and is watched.
    void cancel() {
        var proposal = shown;
        if (proposal != null && content.get() instanceof ActContent.Counting) {
            asking.unsubscribe();
            asking = work.run(() -> acting.path().cancel(proposal.id()), _ -> follow(), _ -> follow());
        } else {
            close();
        }
    }

    void close() {
        asking.unsubscribe();
        shown = null;
        preflight = null;
        content.set(null);
        aside.set(false);
    }

    void go(ActContent.Way way) {
        var proposal = shown;
        if (proposal == null) {
            return;
        }
        switch (way) {
            case LOOK_AGAIN -> lookAgain();
            case FINISH -> done(() -> acting.path().finish(proposal.id(), confirmation()));
            case LEAVE -> done(() -> acting.path().leave(proposal.id(), confirmation()));
        }
    }

    private void done(Runnable act) {
        asking.unsubscribe();
        asking = work.run(
                () -> {
                    act.run();
                    return true;
                },
                _ -> follow(),
                _ -> follow());
    }

    private Confirmation confirmation() {
        return new Confirmation(acting.actor(), reason.get().strip(), typed.get());
    }

    /// Counts on: call it a few times a second while the sheet is shown.
    void tick() {
        if (content.get() instanceof ActContent.Counting || content.get() instanceof ActContent.Watched) {
            follow();
        }
    }

    /// Follows what becomes of the shown act until unsubscribed.
    public Subscription show() {
        var pin = acting.path().onChange(work.prepared(() -> true, _ -> follow()));
        return () -> {
            asking.unsubscribe();
            pin.close();
        };
    }

    private boolean follow() {
        var proposal = shown;
        // While a question is open, an older end of the same proposal must not cover it.
        if (proposal == null || preflight != null) {
            return false;
        }
        var course = acting.path().courses().stream()
                .filter(it -> it.proposal().id().equals(proposal.id()))
                .findFirst();
        course.ifPresent(it -> content.set(shown(it)));
        return course.isPresent();
    }

    private ActContent shown(Course course) {
        return contents.of(
                course,
                confirmed.get(course.proposal().id()),
                acting.path().holds(),
                environment(course.proposal().model()),
                clock.instant());
    }

    private Environment environment(ModelKey model) {
        return feed.current().snapshot().environments().stream()
                .filter(it -> it.name().equals(model.environment()))
                .findFirst()
                .orElseGet(() -> new Environment(model.environment(), Environment.Stage.PRODUCTION, false));
    }

    private void enliven() {
        live.set(content.get() instanceof ActContent.Asked asked
                && asked.obstacle().isEmpty()
                && !reason.get().isBlank()
                && (asked.typed().isEmpty() || asked.typed().equals(typed.get().strip())));
    }
}
