package jml.views.releases.page;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.act.Release;
import jml.core.fleet.Moment;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.views.act.Acting;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Navigation;
import jml.views.releases.review.ReviewQueue;
import org.jspecify.annotations.Nullable;

/// State of the page of the selected release. Belongs to the FX thread; needs no toolkit.
public final class PageViewModel {
    private static final Duration BEFORE = Duration.ofDays(1);

    private final Timeline timeline;
    private final Rulings rulings;
    private final Acting acting;
    private final ReviewQueue queue;
    private final Navigation navigation;
    private final ZoneId zone;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<@Nullable PageContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    private final ReadOnlyObjectWrapper<PageTab> tab = new ReadOnlyObjectWrapper<>(this, "tab", PageTab.OVERVIEW);
    // Read by the background, written by the FX thread.
    private volatile String selection = "";
    private volatile String metric = "";

    public PageViewModel(
            Timeline timeline,
            Rulings rulings,
            Acting acting,
            ReviewQueue queue,
            Navigation navigation,
            FxWork work,
            ZoneId zone) {
        this.queue = queue;
        this.timeline = timeline;
        this.rulings = rulings;
        this.acting = acting;
        this.navigation = navigation;
        this.zone = zone;
        this.refresh = work.prepared(this::make, made -> content.set(made.orElse(null)));
    }

    private Optional<PageContent> make() {
        var moment = timeline.current();
        var at = moment.snapshot().at();
        return Release.of(
                        moment.snapshot(),
                        facts -> facts.key().path().equals(selection)
                                ? rulings.at(facts.key(), facts.candidate(), at)
                                : Optional.empty(),
                        acting.path().holds())
                .stream()
                .filter(it -> it.facts().key().path().equals(selection))
                .findFirst()
                .map(it -> seen(moment, it))
                .map(it -> new PageContents(moment, it, zone)
                        .of(
                                timeline.events(at.minus(BEFORE), at.plusMillis(1)),
                                metric,
                                acting.offers(moment, it.facts().key(), Optional.ofNullable(it.ruling())),
                                // What waits, waits now: the past knew other reviews.
                                moment.live()
                                        ? queue.of(it.facts().key(), it.facts().candidate())
                                                .orElse(null)
                                        : null));
    }

    private Release seen(Moment moment, Release release) {
        var ruling = release.ruling();
        if (moment.live() && ruling != null) {
            acting.path().shown(ruling);
        }
        return release;
    }

    /// What is shown; null until the first round is there, and when the release is over.
    ReadOnlyObjectProperty<@Nullable PageContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PageTab> tabProperty() {
        return tab.getReadOnlyProperty();
    }

    public Subscription show() {
        var pin = timeline.onChange(refresh);
        queue.ask();
        var answered = queue.answerProperty().subscribe((_, _) -> refresh.run());
        var place = navigation.hereProperty().subscribe(here -> {
            if (!here.selection().equals(selection)) {
                selection = here.selection();
                metric = "";
                content.set(null);
            }
            tab.set(PageTab.of(here.section()));
            refresh.run();
        });
        return () -> {
            pin.close();
            answered.unsubscribe();
            place.unsubscribe();
        };
    }

    /// Shows another metric's charts.
    void choose(String name) {
        metric = name;
        refresh.run();
    }

    /// Shows another tab; Back returns.
    void choose(PageTab chosen) {
        if (chosen != tab.get()) {
            navigation.go(navigation.here().withSection(chosen.section()));
        }
    }

    /// Goes to the review that waits for this release; Back returns.
    void review(PageContent.Waiting waiting) {
        navigation.go(navigation.here().withSelection(waiting.path()).withSection("review"));
    }

    /// Goes to the audit of this model; Back returns.
    void audit() {
        navigation.go(navigation.here().withSelection(selection).withSection("audit"));
    }

    /// Goes to the comparison of the two versions; Back returns.
    void compare() {
        navigation.go(navigation.here().withSection("compare"));
    }

    void back() {
        navigation.go(navigation.here().withSection("").withSelection(selection));
    }
}
