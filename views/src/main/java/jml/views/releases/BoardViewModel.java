package jml.views.releases;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.act.Release;
import jml.core.act.ReleaseState;
import jml.core.fleet.FleetFeed;
import jml.core.fleet.Moment;
import jml.core.judge.Rulings;
import jml.views.act.Acting;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ScreenId;
import org.jspecify.annotations.Nullable;

/// State of the board of releases. Belongs to the FX thread; needs no toolkit. Judging happens in the background.
final class BoardViewModel {
    /// Section of a link that shows the selected release's page.
    static final String PAGE = "page";

    private final FleetFeed feed;
    private final Rulings rulings;
    private final Acting acting;
    private final Navigation navigation;
    private final ZoneId zone;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<@Nullable BoardContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    // Read by the background, written by the FX thread.
    private volatile Set<ReleaseState> only = Set.of();
    private volatile Link link;

    BoardViewModel(FleetFeed feed, Rulings rulings, Acting acting, Navigation navigation, FxWork work, ZoneId zone) {
        this.feed = feed;
        this.rulings = rulings;
        this.acting = acting;
        this.navigation = navigation;
        this.zone = zone;
        this.link = navigation.here();
        this.refresh = work.prepared(this::make, content::set);
    }

    private BoardContent make() {
        var moment = feed.current();
        return new BoardContents(moment, acting, zone).of(releases(moment), link, only);
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

    /// Goes to a release's page; Back returns.
    void open(String id) {
        navigation.go(navigation.here().withSelection(id).withSection(PAGE));
    }
}
