package jml.views.releases;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.act.Release;
import jml.core.act.ReleaseState;
import jml.core.approval.PendingReview;
import jml.core.fleet.Moment;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.views.act.Acting;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ScreenId;
import jml.views.releases.review.ReviewQueue;
import org.jspecify.annotations.Nullable;

/// State of the board of releases. Belongs to the FX thread; needs no toolkit. Judging happens in the background.
final class BoardViewModel {
    /// Section of a link that shows the selected release's page.
    static final String PAGE = "page";

    /// Section of a link that shows the selected review.
    static final String REVIEW = "review";
    static final String COMPARE = "compare";

    /// Section of a link that shows the selected model's audit.
    static final String AUDIT = "audit";

    // A finished release is opened at the last minute in which both versions served.
    private static final Duration BEFORE_END = Duration.ofMinutes(1);

    private final Timeline feed;
    private final ReviewQueue queue;
    private final FinishedToday finished;
    private final Rulings rulings;
    private final Acting acting;
    private final Navigation navigation;
    private final ZoneId zone;
    private final Runnable refresh;
    private final Runnable ask;
    private final ReadOnlyObjectWrapper<@Nullable BoardContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    // Read by the background, written by the FX thread.
    private volatile Set<ReleaseState> only = Set.of();
    private volatile Link link;

    BoardViewModel(
            Timeline feed,
            Rulings rulings,
            Acting acting,
            ReviewQueue queue,
            Navigation navigation,
            FxWork work,
            ZoneId zone) {
        this.feed = feed;
        this.queue = queue;
        this.finished = new FinishedToday(feed, zone);
        this.rulings = rulings;
        this.acting = acting;
        this.navigation = navigation;
        this.zone = zone;
        this.link = navigation.here();
        this.refresh = work.prepared(this::make, content::set);
        this.ask = work.prepared(() -> true, _ -> queue.ask());
    }

    private BoardContent make() {
        var moment = feed.current();
        // What waits, waits now: the past knew other reviews.
        var reviews = moment.live() ? queue.latest() : List.<PendingReview>of();
        return new BoardContents(moment, acting, zone).of(releases(moment), reviews, finished.at(moment), link, only);
    }

    private List<Release> releases(Moment moment) {
        var at = moment.snapshot().at();
        return Release.of(
                moment.snapshot(),
                facts -> rulings.at(facts.key(), facts.candidate(), at),
                acting.path().holds());
    }

    /// What is shown; null until the first round is there.
    ReadOnlyObjectProperty<@Nullable BoardContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Subscription show() {
        var pin = feed.onChange(refresh);
        var asking = feed.onChange(ask);
        queue.ask();
        var answered = queue.answerProperty().subscribe((_, _) -> refresh.run());
        var place = navigation.hereProperty().subscribe((_, now) -> {
            if (now.screen() == ScreenId.RELEASES) {
                link = now;
                refresh.run();
            }
        });
        link = navigation.here();
        refresh.run();
        return () -> {
            pin.close();
            asking.close();
            answered.unsubscribe();
            place.unsubscribe();
        };
    }

    Set<ReleaseState> only() {
        return only;
    }

    /// Narrows the table to a state, or, when it is narrowed to it already, no longer.
    void toggle(ReleaseState state) {
        var states = EnumSet.noneOf(ReleaseState.class);
        states.addAll(only);
        if (!states.remove(state)) {
            states.add(state);
        }
        only = Set.copyOf(states);
        refresh.run();
    }

    void filter(String typed) {
        navigation.adjust(here -> here.withFilter(typed));
    }

    /// Marks a row.
    void select(String id) {
        navigation.adjust(here -> here.withSelection(id));
    }

    /// Goes to what a row is about; Back returns.
    void open(ReleaseRow row) {
        var here = navigation.here();
        var ended = row.endedAt();
        navigation.go(
                switch (row.opens()) {
                    case PAGE -> here.withSelection(row.id()).withSection(PAGE);
                    case REVIEW -> here.withSelection(row.id()).withSection(REVIEW);
                    case PAST ->
                        here.withSelection(row.key().path())
                                .withSection(PAGE)
                                .withAt(ended == null ? here.at() : ended.minus(BEFORE_END));
                });
    }
}
