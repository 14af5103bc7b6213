package jml.views.oncall;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.fleet.FleetFeed;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.table.FleetColumns;
import org.jspecify.annotations.Nullable;

/// State of the On-call table. Belongs to the FX thread; needs no toolkit.
///
/// Filters and selection live in the navigation's link. Rows are made in the background, one round at a time, and
/// handed over in one piece.
final class OnCallViewModel {
    private final FleetFeed feed;
    private final Navigation navigation;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<@Nullable OnCallContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    private FleetColumns.@Nullable Order order;
    private boolean orderHeld;
    // Read by the background, written by the FX thread.
    private volatile OnCallRequest request;

    OnCallViewModel(FleetFeed feed, Navigation navigation, FxWork work) {
        this.feed = feed;
        this.navigation = navigation;
        this.request = new OnCallRequest(navigation.here(), null, List.of(), List.of());
        this.refresh = work.prepared(() -> OnCallContents.of(feed.current(), request), this::take);
    }

    /// What is shown; null until the first round is there.
    ReadOnlyObjectProperty<@Nullable OnCallContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Subscription show() {
        var pin = feed.onChange(this::ask);
        var place = navigation.hereProperty().subscribe((before, now) -> {
            // Another selection is the same table.
            if (!before.withSelection("").equals(now.withSelection(""))) {
                ask();
            }
        });
        ask();
        return () -> {
            pin.close();
            place.unsubscribe();
        };
    }

    /// States the table is narrowed to.
    Set<ModelState> states() {
        return navigation.here().states();
    }

    void filter(String typed) {
        adjust(navigation.here().withFilter(typed));
    }

    /// Narrows the table to a state, or, when it is narrowed to it already, no longer.
    void toggle(ModelState state) {
        var states = EnumSet.noneOf(ModelState.class);
        states.addAll(navigation.here().states());
        if (!states.remove(state)) {
            states.add(state);
        }
        adjust(navigation.here().withStates(states));
    }

    void select(String name) {
        adjust(navigation.here().withSelection(name));
    }

    /// Selects the row that is worst off, or the first one when all are well.
    void selectFirst() {
        var shown = content.get();
        if (shown == null) {
            return;
        }
        var first = shown.first();
        if (first != null) {
            select(first.name());
        } else {
            shown.rows().findFirst().map(OnCallRow::id).ifPresent(this::select);
        }
    }

    void clearFilters() {
        adjust(navigation.here().withFilter("").withStates(EnumSet.noneOf(ModelState.class)));
    }

    void order(FleetColumns.@Nullable Order asked) {
        order = asked;
        // Who asks for an order is in the table, and means it.
        orderHeld = false;
        ask();
    }

    /// Keeps the order of the rows while a person is in the table.
    void holdOrder(boolean hold) {
        orderHeld = hold;
        if (!hold) {
            ask();
        }
    }

    private void adjust(Link link) {
        navigation.adjust(_ -> link);
    }

    private void take(OnCallContent made) {
        content.set(made);
        // A real fleet opens on its worst model; a simulated one on the welcome.
        var simulated = made.moment().snapshot().origin() == Origin.SIMULATED;
        if (!simulated && made.first() != null && navigation.here().selection().isEmpty()) {
            selectFirst();
        }
    }

    private void ask() {
        request = new OnCallRequest(
                onCall(navigation.here()),
                order,
                orderHeld ? standing(true) : List.of(),
                orderHeld ? standing(false) : List.of());
        refresh.run();
    }

    private static Link onCall(Link link) {
        return link.screen() == ScreenId.ON_CALL ? link : link.to(ScreenId.ON_CALL);
    }

    private List<String> standing(boolean above) {
        var shown = content.get();
        return shown == null
                ? List.of()
                : shown.rows()
                        .filter(row -> row.needsAttention() == above)
                        .map(OnCallRow::id)
                        .toList();
    }
}
