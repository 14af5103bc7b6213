package jml.views.releases.compare;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Timeline;
import jml.core.registry.VersionComparison;
import jml.core.registry.VersionComparisons;
import jml.core.source.SourceException;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.releases.compare.CompareContents.Pair;
import org.jspecify.annotations.Nullable;

/// Which two versions of the selected model are compared, and what the registry answered. The link's filter keeps the
/// pair. Belongs to the FX thread; needs no toolkit.
public final class CompareViewModel {
    private final Timeline timeline;
    private final Supplier<VersionComparisons> comparisons;
    private final Navigation navigation;
    private final FxWork work;
    private final ReadOnlyObjectWrapper<@Nullable CompareContent> content =
            new ReadOnlyObjectWrapper<>(this, "content");
    private Subscription asking = () -> {};
    private @Nullable Answer answer;
    private boolean all;

    private record Answer(CompareContents contents, VersionComparison comparison) {}

    /// @param comparisons asked off the FX thread
    public CompareViewModel(
            Timeline timeline, Supplier<VersionComparisons> comparisons, Navigation navigation, FxWork work) {
        this.timeline = timeline;
        this.comparisons = comparisons;
        this.navigation = navigation;
        this.work = work;
    }

    /// Null while nothing is known, and when the model is not there at this instant.
    ReadOnlyObjectProperty<@Nullable CompareContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public Subscription show() {
        var place = navigation.hereProperty().subscribe(this::follow);
        return () -> {
            place.unsubscribe();
            asking.unsubscribe();
        };
    }

    private void follow(Link here) {
        asking.unsubscribe();
        answer = null;
        content.set(null);
        asking = work.run(() -> choices(here), this::chosen, problem -> {
            throw new IllegalStateException("reading what the console holds cannot fail", problem);
        });
    }

    private Optional<CompareContents> choices(Link here) {
        var snapshot = timeline.current().snapshot();
        for (int row = 0; row < snapshot.roster().size(); row++) {
            var facts = snapshot.model(row);
            if (facts.key().path().equals(here.selection())) {
                return Optional.of(contents(facts, here));
            }
        }
        return Optional.empty();
    }

    private CompareContents contents(ModelFacts facts, Link here) {
        return new CompareContents(
                facts, comparisons.get().choices(facts.registrySource(), facts.registryName()), Pair.of(here.filter()));
    }

    private void chosen(Optional<CompareContents> found) {
        if (found.isEmpty()) {
            return;
        }
        var contents = found.get();
        if (!contents.comparable()) {
            content.set(contents.nothing());
            return;
        }
        content.set(contents.waiting());
        asking = work.run(
                () -> contents.ask(comparisons.get()),
                comparison -> {
                    answer = new Answer(contents, comparison);
                    present();
                },
                problem -> content.set(contents.failed(words(problem))));
    }

    private static String words(Exception problem) {
        var message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return problem instanceof SourceException source
                ? source.source() + ": " + source.kind().word() + ", " + message
                : message;
    }

    private void present() {
        var answered = answer;
        if (answered != null) {
            content.set(answered.contents().of(answered.comparison(), all));
        }
    }

    /// Shows equal ones too, or what differs alone.
    void all(boolean shown) {
        all = shown;
        present();
    }

    boolean all() {
        return all;
    }

    /// Compares two others; Back returns to those before.
    void choose(String from, String to) {
        navigation.go(navigation.here().withFilter(new Pair(from, to).text()));
    }

    void again() {
        follow(navigation.here());
    }

    void back() {
        navigation.go(navigation.here().withFilter("").withSection("page"));
    }
}
