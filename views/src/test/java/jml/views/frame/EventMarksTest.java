package jml.views.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class EventMarksTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    private static final FleetSnapshot LIVE = FleetSnapshot.empty(NOON.plusSeconds(3600), Origin.LIVE);

    @Test
    void twoAlertsOfOneModelAreEachPairedWithTheirOwnEnd() {
        var marks = marks(
                event(Kind.PAGE_STARTED, 0, "Page: budget burns", "f1"),
                event(Kind.PAGE_STARTED, 60, "Page: p95 is high", "f2"),
                event(Kind.PAGE_ENDED, 120, "Page ended: FidelityBurn", "f1"),
                event(Kind.PAGE_ENDED, 600, "Page ended: LatencyHigh", "f2"));

        assertThat(marks)
                .extracting(TimeBarContent.Event::at, TimeBarContent.Event::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NOON, NOON.plusSeconds(120)),
                        org.assertj.core.groups.Tuple.tuple(NOON.plusSeconds(60), NOON.plusSeconds(600)));
    }

    @Test
    void inAnOldRecordModelAndSeverityPairThem() {
        var marks = marks(
                event(Kind.TICKET_STARTED, 0, "Ticket: drift", ""),
                event(Kind.TICKET_ENDED, 120, "Ticket ended: DriftHigh", ""));

        assertThat(marks).singleElement().satisfies(it -> {
            assertThat(it.at()).isEqualTo(NOON);
            assertThat(it.until()).isEqualTo(NOON.plusSeconds(120));
        });
    }

    private static List<TimeBarContent.Event> marks(FleetEvent... events) {
        return EventMarks.of(List.of(events), LIVE, "", null);
    }

    private static FleetEvent event(Kind kind, int second, String text, String fingerprint) {
        var at = NOON.plusSeconds(second);
        return new FleetEvent(
                kind + text, kind, at, at, new ModelKey("prod", "fraud"), text, "alertmanager", fingerprint);
    }
}
