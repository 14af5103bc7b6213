package jml.core.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jml.core.alert.Alert;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// Alerts that began or ended between two snapshots.
final class AlertChanges {
    private AlertChanges() {}

    private record Firing(Alert alert, @Nullable ModelKey model) {}

    static void add(FleetSnapshot before, FleetSnapshot after, List<FleetEvent> events) {
        var was = firing(before);
        var now = firing(after);
        now.forEach((key, firing) -> {
            if (!was.containsKey(key)) {
                events.add(started(key, firing, after));
            }
        });
        was.forEach((key, firing) -> {
            if (!now.containsKey(key)) {
                events.add(ended(key, firing, after));
            }
        });
    }

    // An alert that ended and began again keeps its fingerprint.
    private static Map<String, Firing> firing(FleetSnapshot snapshot) {
        var firing = new HashMap<String, Firing>();
        for (int i = 0; i < snapshot.alerts().size(); i++) {
            var alert = snapshot.alerts().get(i);
            int row = snapshot.alertedRows()[i];
            var model = row < 0 ? null : snapshot.model(row).key();
            firing.putIfAbsent(alert.fingerprint() + "\n" + alert.startsAt(), new Firing(alert, model));
        }
        return firing;
    }

    private static FleetEvent started(String key, Firing firing, FleetSnapshot after) {
        var alert = firing.alert();
        boolean page = alert.severity() == Alert.Severity.PAGE;
        var kind = page ? Kind.PAGE_STARTED : Kind.TICKET_STARTED;
        var at = alert.startsAt().isAfter(after.at()) ? after.at() : alert.startsAt();
        var text = (page ? "Page: " : "Ticket: ") + Words.oneLine(alert.summary(), 160);
        return event(kind, key, at, after, firing, text);
    }

    private static FleetEvent ended(String key, Firing firing, FleetSnapshot after) {
        var alert = firing.alert();
        boolean page = alert.severity() == Alert.Severity.PAGE;
        var kind = page ? Kind.PAGE_ENDED : Kind.TICKET_ENDED;
        var text = (page ? "Page ended: " : "Ticket ended: ") + Words.oneLine(alert.name(), 160);
        return event(kind, key, after.at(), after, firing, text);
    }

    private static FleetEvent event(
            Kind kind, String key, Instant at, FleetSnapshot after, Firing firing, String text) {
        var alert = firing.alert();
        return new FleetEvent(
                EventId.of(kind, key), kind, at, after.at(), firing.model(), text, alert.source(), alert.fingerprint());
    }
}
