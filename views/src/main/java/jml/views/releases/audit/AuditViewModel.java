package jml.views.releases.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.audit.ReleaseAudit;
import jml.core.fleet.Timeline;
import jml.core.model.ModelKey;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.Surroundings;

/// State of the audit of the selected model. The journal is read and verified when the model is opened and when a
/// person asks again, not with every refresh: that is a reading of the whole file. FX thread; needs no toolkit.
public final class AuditViewModel {
    private final Timeline timeline;
    private final Supplier<ReleaseAudit> audit;
    private final Surroundings around;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Reading());
    private Subscription asked = Subscription.EMPTY;
    private String selection = "";

    /// What is there to show.
    sealed interface State {
        record Reading() implements State {}

        /// @param model as the link has it
        record Unknown(String model) implements State {}

        record Failed(String problem) implements State {}

        record Shown(AuditContent content) implements State {}
    }

    /// @param audit the one in use; asked in the background
    public AuditViewModel(Timeline timeline, Supplier<ReleaseAudit> audit, Surroundings around) {
        this.timeline = timeline;
        this.audit = audit;
        this.around = around;
        this.clock = around.clock();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Subscription show() {
        selection = "";
        var place = navigation().hereProperty().subscribe(here -> {
            if (!here.selection().equals(selection)) {
                selection = here.selection();
                read();
            }
        });
        return () -> {
            place.unsubscribe();
            asked.unsubscribe();
        };
    }

    /// Reads and verifies again.
    void read() {
        asked.unsubscribe();
        var path = selection;
        state.set(new State.Reading());
        asked = around.work()
                .<State>run(() -> found(path), state::set, problem -> state.set(new State.Failed(said(problem))));
    }

    private State found(String path) throws Exception {
        Optional<ModelKey> key = timeline.current().snapshot().roster().models().stream()
                .map(it -> it.key())
                .filter(it -> it.path().equals(path))
                .findFirst();
        return key.isEmpty()
                ? new State.Unknown(path)
                : new State.Shown(new AuditContents(clock.instant(), clock.getZone())
                        .of(key.get(), audit.get().about(key.get())));
    }

    /// Writes the whole journal as a page, and says where.
    void export() {
        Consumer<Path> done = file -> around.say().accept("Saved " + file + ".");
        var _ = around.work().run(() -> audit.get().export(), done, problem -> around.say()
                .accept("Could not save: " + said(problem) + "."));
    }

    void back() {
        navigation().go(navigation().here().withSection("page"));
    }

    private Navigation navigation() {
        return around.navigation();
    }

    private static String said(Exception problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
