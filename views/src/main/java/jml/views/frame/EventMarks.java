package jml.views.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.alert.Alert;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.ModelKey;
import jml.views.kit.icon.Mark;
import org.jspecify.annotations.Nullable;

/// Turns events into marks of the time bar: ▲ a change, ● an alert with its firing bar, ◆ an act. Pure.
final class EventMarks {
    private final String environment;
    private final @Nullable ModelKey selected;
    private final List<TimeBarContent.Event> marks = new ArrayList<>();
    private final Map<String, FleetEvent> started = new HashMap<>();

    private EventMarks(String environment, @Nullable ModelKey selected) {
        this.environment = environment;
        this.selected = selected;
    }

    /// @param environment name; empty means all
    /// @param events oldest first
    /// @param live the newest snapshot, which knows what still fires
    static List<TimeBarContent.Event> of(
            List<FleetEvent> events, FleetSnapshot live, String environment, @Nullable ModelKey selected) {
        var maker = new EventMarks(environment, selected);
        events.stream().filter(it -> maker.here(it.model())).forEach(maker::take);
        maker.firing(live);
        maker.started.values().forEach(it -> maker.add(it, it.at(), false));
        maker.marks.sort(Comparator.comparing(TimeBarContent.Event::at));
        return List.copyOf(maker.marks);
    }

    /// What kind of mark an event has; empty for those the bar does not draw.
    static Optional<Mark> mark(FleetEvent.Kind kind) {
        return switch (kind) {
            case DEPLOY, ROLLBACK, ROLLOUT, WEIGHT, REGISTRY -> Optional.of(Mark.CHANGE);
            case ACT -> Optional.of(Mark.ACT);
            case PAGE_STARTED, PAGE_ENDED -> Optional.of(Mark.PAGE);
            case TICKET_STARTED, TICKET_ENDED -> Optional.of(Mark.TICKET);
            case SCALING, STATE, SOURCE -> Optional.empty();
        };
    }

    private void take(FleetEvent event) {
        switch (event.kind()) {
            case PAGE_STARTED, TICKET_STARTED -> {
                var before = started.put(key(event), event);
                if (before != null) {
                    add(before, before.at(), false);
                }
            }
            case PAGE_ENDED, TICKET_ENDED -> {
                var start = started.remove(key(event));
                // One that began before the window is drawn from its end alone, as a dot where it ended.
                add(start == null ? event : start, event.at(), false);
            }
            default ->
                mark(event.kind())
                        .ifPresent(mark -> marks.add(new TimeBarContent.Event(
                                mark, event.at(), null, false, mine(event.model()), event.text())));
        }
    }

    private void firing(FleetSnapshot live) {
        for (var i = 0; i < live.alerts().size(); i++) {
            var alert = live.alerts().get(i);
            var row = live.alertedRows()[i];
            var model = row < 0 ? null : live.model(row).key();
            if (here(model)) {
                started.values()
                        .removeIf(it -> it.correlation().equals(alert.fingerprint())
                                || it.at().equals(alert.startsAt()));
                marks.add(new TimeBarContent.Event(
                        alert.severity() == Alert.Severity.PAGE ? Mark.PAGE : Mark.TICKET,
                        alert.startsAt(),
                        null,
                        true,
                        mine(model),
                        alert.name()));
            }
        }
    }

    private void add(FleetEvent event, Instant until, boolean firing) {
        var page = event.kind() == FleetEvent.Kind.PAGE_STARTED || event.kind() == FleetEvent.Kind.PAGE_ENDED;
        marks.add(new TimeBarContent.Event(
                page ? Mark.PAGE : Mark.TICKET, event.at(), until, firing, mine(event.model()), event.text()));
    }

    /// Start and end of one alert carry its fingerprint; in records of earlier versions only model and severity tell.
    private static String key(FleetEvent event) {
        var page = event.kind() == FleetEvent.Kind.PAGE_STARTED || event.kind() == FleetEvent.Kind.PAGE_ENDED;
        return event.correlation().isEmpty() ? page + "/" + event.model() : event.correlation();
    }

    private boolean here(@Nullable ModelKey model) {
        return model == null || environment.isEmpty() || model.environment().equals(environment);
    }

    private boolean mine(@Nullable ModelKey model) {
        return selected == null || selected.equals(model);
    }
}
