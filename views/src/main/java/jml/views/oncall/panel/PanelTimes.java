package jml.views.oncall.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jml.core.alert.Alert;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import jml.views.kit.chart.ChartMark;
import jml.views.kit.icon.Mark;
import jml.views.releases.ReachedShares;

/// What events say about one model around the instant shown.
final class PanelTimes {
    private static final int SHOWN = 6;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneId.of("UTC"));
    private static final Set<FleetEvent.Kind> CHANGES = Set.of(
            FleetEvent.Kind.DEPLOY,
            FleetEvent.Kind.ROLLBACK,
            FleetEvent.Kind.ROLLOUT,
            FleetEvent.Kind.WEIGHT,
            FleetEvent.Kind.REGISTRY,
            FleetEvent.Kind.SCALING,
            FleetEvent.Kind.ACT);

    private final ModelKey key;
    private final FleetSnapshot snapshot;
    private final List<FleetEvent> events;
    private final ZoneId zone;

    /// @param events oldest first, before and after the instant
    PanelTimes(ModelKey key, FleetSnapshot snapshot, List<FleetEvent> events, ZoneId zone) {
        this.key = key;
        this.snapshot = snapshot;
        this.zone = zone;
        this.events = events.stream().filter(it -> key.equals(it.model())).toList();
    }

    /// Newest first.
    List<PanelContent.Change> changes() {
        return changesBefore().limit(SHOWN).map(this::change).toList();
    }

    int moreChanges() {
        return (int) Math.max(0, changesBefore().count() - SHOWN);
    }

    /// The first thing that happened after the instant shown.
    Optional<PanelContent.Next> next() {
        return events.stream()
                .filter(it -> it.at().isAfter(snapshot.at()))
                .filter(it -> CHANGES.contains(it.kind()) && it.kind() != FleetEvent.Kind.SCALING)
                .min(Comparator.comparing(FleetEvent::at))
                .map(it -> new PanelContent.Next(
                        Words.oneLine(it.text(), 60) + " at " + Words.time(it.at(), snapshot.at(), zone), it.at()));
    }

    /// Marks of changes, and of alerts with the time they fired.
    List<ChartMark> marks(Instant from, List<Alert> firing) {
        var marks = new ArrayList<ChartMark>();
        events.stream()
                .filter(it -> CHANGES.contains(it.kind()) && it.kind() != FleetEvent.Kind.SCALING)
                .filter(it -> !it.at().isBefore(from) && !it.at().isAfter(snapshot.at()))
                .forEach(it -> marks.add(ChartMark.at(mark(it.kind()), it.at(), ReachedShares.share(it.text()))));
        firing.forEach(alert -> {
            var page = alert.severity() == Alert.Severity.PAGE;
            marks.add(ChartMark.at(page ? Mark.PAGE : Mark.TICKET, alert.startsAt(), page ? "page" : "ticket"));
        });
        return marks;
    }

    /// When traffic reached which share.
    ReachedShares reached() {
        return new ReachedShares(key, events, snapshot.at(), zone);
    }

    static Duration before() {
        return Duration.ofHours(6);
    }

    private java.util.stream.Stream<FleetEvent> changesBefore() {
        return events.stream()
                .filter(it -> CHANGES.contains(it.kind()) && !it.at().isAfter(snapshot.at()))
                .sorted(Comparator.comparing(FleetEvent::at).reversed());
    }

    private PanelContent.Change change(FleetEvent event) {
        return new PanelContent.Change(
                mark(event.kind()),
                Words.oneLine(event.text(), 120),
                event.source(),
                Words.time(event.at(), snapshot.at(), zone),
                UTC.format(event.at()));
    }

    private static Mark mark(FleetEvent.Kind kind) {
        return kind == FleetEvent.Kind.ACT ? Mark.ACT : Mark.CHANGE;
    }
}
