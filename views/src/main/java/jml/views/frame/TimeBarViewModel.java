package jml.views.frame;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import jml.core.model.ModelKey;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ShownEnvironment;
import org.jspecify.annotations.Nullable;

/// State of the time bar. Belongs to the FX thread; needs no toolkit. Events are read in the background.
final class TimeBarViewModel {
    /// A little room right of now, so that its handle is whole.
    private static final double ROOM = 0.011;

    /// The window a person chose and the link, as one value that crosses to the background.
    private record Request(
            Link link, Duration window, @Nullable Instant heldFrom) {}

    private final Ports ports;
    private final Navigation navigation;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<@Nullable TimeBarContent> content =
            new ReadOnlyObjectWrapper<>(this, "content");
    private final ObjectProperty<Duration> window = new SimpleObjectProperty<>(this, "window", Duration.ofHours(6));
    private @Nullable Instant heldFrom;
    private volatile Request request;

    TimeBarViewModel(Ports ports, Navigation navigation) {
        this.ports = ports;
        this.navigation = navigation;
        this.request = new Request(navigation.here(), window.get(), null);
        refresh = ports.work().prepared(this::prepare, content::set);
    }

    /// Null until the first round is there.
    ReadOnlyObjectProperty<@Nullable TimeBarContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// How much time the bar spans.
    ObjectProperty<Duration> windowProperty() {
        return window;
    }

    Subscription show() {
        var pin = ports.timeline().onChange(refresh);
        var place = navigation.hereProperty().subscribe((_, _) -> ask());
        var chosen = window.subscribe((_, _) -> ask());
        ask();
        return () -> {
            pin.close();
            place.unsubscribe();
            chosen.unsubscribe();
        };
    }

    /// The person took hold of the cursor: the axis stands still until [#release].
    void grab() {
        var shown = content.get();
        heldFrom = shown == null ? null : shown.from();
    }

    void release() {
        heldFrom = null;
        ask();
    }

    /// Moves every screen to an instant; at or after now it returns to live. The first step into the past can be
    /// undone with Back, the drag that follows is one step with it.
    void scrub(Instant instant) {
        var shown = content.get();
        var now = shown == null ? ports.timeline().live().snapshot().at() : shown.now();
        if (!instant.isBefore(now)) {
            live();
        } else if (navigation.here().at() == null) {
            navigation.go(navigation.here().withAt(instant));
        } else {
            navigation.adjust(link -> link.withAt(instant));
        }
    }

    void live() {
        navigation.adjust(link -> link.withAt(null));
    }

    private void ask() {
        request = new Request(navigation.here(), window.get(), heldFrom);
        refresh.run();
    }

    private TimeBarContent prepare() {
        var asked = request;
        var live = ports.timeline().live().snapshot();
        var current = ports.timeline().current().snapshot();
        var at = asked.link().at();
        var now = live.at();
        var cursor = at == null ? now : at;
        var room = Duration.ofMillis((long) (asked.window().toMillis() * ROOM));
        var from = from(asked, now.plus(room), cursor);
        var to = from.plus(asked.window());
        var environment =
                ShownEnvironment.of(current, asked.link()).map(it -> it.name()).orElse("");
        var selection = asked.link().selection();
        var selected = selection.isEmpty() ? null : new ModelKey(environment, selection);
        var known = selected != null && live.roster().row(selected).isPresent() ? selected : null;
        var events = ports.timeline().events(from, to);
        return new TimeBarContent(
                from,
                to,
                now,
                cursor,
                at != null,
                ports.clock().getZone(),
                EventMarks.of(events, live, environment, known));
    }

    /// The window ends now; a cursor that lies before it is put in its middle.
    private static Instant from(Request asked, Instant end, Instant cursor) {
        if (asked.heldFrom() != null) {
            return asked.heldFrom();
        }
        var from = end.minus(asked.window());
        return cursor.isBefore(from) ? cursor.minus(asked.window().dividedBy(2)) : from;
    }
}
