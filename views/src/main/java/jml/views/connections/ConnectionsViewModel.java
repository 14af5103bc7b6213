package jml.views.connections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.fleet.Timeline;
import jml.core.model.Environment;
import jml.core.source.Connections;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Surroundings;
import org.jspecify.annotations.Nullable;

/// State of Connections: sources, the draft that is edited, and what a test found. Belongs to the FX thread; needs no
/// toolkit. Drafts stay while a person looks at other sources, until saved or cancelled.
final class ConnectionsViewModel {
    /// Selection of the form for a new source; a source cannot have this name.
    static final String NEW = " new";

    static final String MAPPING = "mapping";

    /// What the port says, loaded in the background.
    private record Known(
            List<SourceSettings> sources, List<Environment> environments, List<Connections.ClusterContext> contexts) {}

    private final Timeline timeline;
    private final Connections connections;
    private final Surroundings around;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<@Nullable ConnectionsContent> content =
            new ReadOnlyObjectWrapper<>(this, "content");
    private final ReadOnlyObjectWrapper<Trial> trial = new ReadOnlyObjectWrapper<>(this, "trial", new Trial.None());
    private final Map<String, SourceDraft> drafts = new HashMap<>();
    private Subscription testing = () -> {};
    private volatile Known known = new Known(List.of(), List.of(), List.of());
    private volatile boolean past;

    /// A test of the settings, or a change, as it stands.
    sealed interface Trial {
        record None() implements Trial {}

        record Running(String what) implements Trial {}

        record Done(Connections.Report report) implements Trial {}

        record Failed(String why) implements Trial {}
    }

    ConnectionsViewModel(Timeline timeline, Connections connections, Surroundings around) {
        this.timeline = timeline;
        this.connections = connections;
        this.around = around;
        var contents = new ConnectionsContents(around.clock());
        this.refresh = around.work().prepared(() -> prepare(contents), content::set);
    }

    ReadOnlyObjectProperty<@Nullable ConnectionsContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    Subscription show() {
        var pin = timeline.onChange(refresh);
        var place = around.navigation().hereProperty().subscribe((before, now) -> {
            past = now.at() != null;
            if (!before.selection().equals(now.selection())) {
                forgetTrial();
            }
            refresh.run();
        });
        past = around.navigation().here().at() != null;
        load();
        return () -> {
            pin.close();
            place.unsubscribe();
            testing.unsubscribe();
        };
    }

    void select(String name) {
        around.navigation().adjust(link -> link.withSelection(name));
    }

    void section(String name) {
        around.navigation().adjust(link -> link.withSection(name).withSelection(""));
    }

    void addByHand() {
        around.navigation().adjust(link -> link.withSection("").withSelection(NEW));
    }

    List<String> environments() {
        var names = new ArrayList<String>();
        known.environments().forEach(it -> names.add(it.name()));
        return names;
    }

    List<Connections.ClusterContext> contexts() {
        return known.contexts();
    }

    /// The draft of the selected source, or of a new one; empty when nothing that has settings is selected.
    Optional<SourceDraft> draft() {
        var selection = around.navigation().here().selection();
        if (selection.equals(NEW)) {
            return Optional.of(drafts.computeIfAbsent(
                    NEW,
                    _ -> SourceDraft.empty(
                            environments().isEmpty()
                                    ? "production"
                                    : environments().getFirst())));
        }
        return known.sources().stream()
                .filter(it -> it.name().equals(selection))
                .findFirst()
                .map(it -> drafts.computeIfAbsent(it.name(), _ -> SourceDraft.of(it)));
    }

    DraftCheck check(SourceDraft draft) {
        Set<String> others = new HashSet<>();
        known.sources().forEach(it -> others.add(it.name()));
        draft.original().ifPresent(it -> others.remove(it.name()));
        return new DraftCheck(draft, others);
    }

    /// Asks every question with the draft's settings; writes nothing.
    void test(SourceDraft draft) {
        check(draft).settings().ifPresent(settings -> {
            testing.unsubscribe();
            trial.set(new Trial.Running("Asking " + settings.name() + "…"));
            testing = around.work()
                    .run(
                            () -> connections.test(settings),
                            report -> trial.set(new Trial.Done(report)),
                            problem -> trial.set(new Trial.Failed(why(problem))));
        });
    }

    void save(SourceDraft draft) {
        check(draft)
                .settings()
                .ifPresent(settings -> change("Saving…", "Saved " + settings.name() + ".", settings.name(), () -> {
                    connections.save(settings);
                    var before = draft.original().map(SourceSettings::name).orElse(settings.name());
                    if (!before.equals(settings.name())) {
                        connections.remove(before);
                    }
                }));
    }

    void cancel() {
        var link = around.navigation().here();
        drafts.remove(link.selection());
        forgetTrial();
        select("");
    }

    void remove(SourceDraft draft) {
        draft.original()
                .ifPresent(it ->
                        change("Removing…", "Removed " + it.name() + ".", "", () -> connections.remove(it.name())));
    }

    @FunctionalInterface
    private interface Change {
        void make() throws Exception;
    }

    private void change(String doing, String done, String selectAfter, Change change) {
        var edited = around.navigation().here().selection();
        trial.set(new Trial.Running(doing));
        around.work()
                .run(
                        () -> {
                            change.make();
                            return done;
                        },
                        words -> {
                            drafts.remove(edited);
                            trial.set(new Trial.None());
                            around.say().accept(words);
                            load();
                            select(selectAfter);
                        },
                        problem -> trial.set(new Trial.Failed(why(problem))));
    }

    private void forgetTrial() {
        testing.unsubscribe();
        trial.set(new Trial.None());
    }

    private void load() {
        around.work()
                .run(
                        () -> new Known(connections.sources(), connections.environments(), contextsOrNone()),
                        loaded -> {
                            known = loaded;
                            refresh.run();
                        },
                        problem -> trial.set(new Trial.Failed(why(problem))));
    }

    private List<Connections.ClusterContext> contextsOrNone() {
        try {
            return connections.contexts();
        } catch (SourceException unreadable) {
            // Without a kubeconfig the form has one choice less; a context can still be typed.
            return List.of();
        }
    }

    private ConnectionsContent prepare(ConnectionsContents contents) {
        var moment = timeline.current();
        var at = moment.snapshot().at();
        var events = timeline.events(at.minus(ConnectionsContents.ERRORS), at.plusMillis(1));
        return contents.of(moment, known.sources(), events, past);
    }

    static boolean mapping(Link link) {
        return link.section().equals(MAPPING);
    }

    private static String why(Exception problem) {
        return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    }
}
