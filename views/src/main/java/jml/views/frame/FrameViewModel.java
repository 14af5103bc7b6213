package jml.views.frame;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.fleet.FleetEvent;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import org.jspecify.annotations.Nullable;

/// State of what surrounds every screen, and the keeper of the cursor in time: the link says which instant is shown,
/// the timeline is moved there. Belongs to the FX thread; needs no toolkit.
final class FrameViewModel {
    private final Ports ports;
    private final Navigation navigation;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<@Nullable FrameContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    private volatile Link asked;

    FrameViewModel(Ports ports, Navigation navigation) {
        this.ports = ports;
        this.navigation = navigation;
        this.asked = navigation.here();
        var contents = new FrameContents(ports.clock());
        refresh = ports.work().prepared(() -> prepare(contents), content::set);
    }

    /// Null until the first round is there.
    ReadOnlyObjectProperty<@Nullable FrameContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Subscription show() {
        var pin = ports.timeline().onChange(refresh);
        moveCursor(navigation.here());
        var place = navigation.hereProperty().subscribe((before, now) -> {
            if (!Objects.equals(before.at(), now.at())) {
                moveCursor(now);
            }
            tick();
        });
        tick();
        return () -> {
            pin.close();
            place.unsubscribe();
        };
    }

    /// Counts ages anew.
    void tick() {
        asked = navigation.here();
        refresh.run();
    }

    private FrameContent prepare(FrameContents contents) {
        var link = asked;
        var timeline = ports.timeline();
        var moment = timeline.current();
        var shown = moment.snapshot().at();
        var live = timeline.live().snapshot().at();
        var later = link.at() != null && live.isAfter(shown)
                ? timeline.events(shown, live.plusMillis(1))
                : List.<FleetEvent>of();
        return contents.of(moment, link, ports.recordingProblem().get(), later);
    }

    private void moveCursor(Link link) {
        var at = link.at();
        if (at == null) {
            ports.timeline().showLive();
        } else {
            ports.timeline().show(at);
        }
    }
}
