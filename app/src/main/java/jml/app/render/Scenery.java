package jml.app.render;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.app.FleetOnce;
import jml.app.SimulatedConsole;
import jml.app.SimulatedFindings;
import jml.app.approval.LateApprovals;
import jml.app.connect.ProfileConnections;
import jml.app.profile.Profile;
import jml.core.approval.Approvals;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvents;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Moment;
import jml.core.fleet.Origin;
import jml.core.fleet.Recent;
import jml.core.fleet.Roster;
import jml.core.fleet.Timeline;
import jml.core.judge.JudgePlan;
import jml.core.judge.Rulings;
import jml.core.metric.Currency;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricHistory;
import jml.core.metric.Series;
import jml.core.source.Connections;
import jml.engine.Pacer;
import jml.engine.judge.JudgeRecord;
import jml.engine.judge.RecordedRulings;
import jml.engine.metric.LiveSeries.Answer;
import jml.engine.record.RecordedHistory;
import jml.gameday.SimulatedFleet;
import jml.gameday.SimulatedHistory;
import jml.gameday.SimulatedPast;
import jml.store.H2FleetRecord;
import org.jspecify.annotations.Nullable;

/// What stands before the camera: the simulated fleet, one look at real sources, or an instant of the record.
///
/// @param approvals what waits for somebody: the simulated fleet's, else nothing
/// @param currency costs are shown in
record Scenery(
        Timeline timeline,
        MetricHistory history,
        Rulings rulings,
        Approvals approvals,
        Connections connections,
        Currency currency) {
    private static final Duration BEFORE = Duration.ofHours(24);
    private static final Duration EVENTS_EVERY = Duration.ofMinutes(5);

    static Scenery of(PictureRequest request, Profile profile, Path data) {
        var pacer = Pacer.real();
        var connections = new ProfileConnections(profile, data, pacer, (_, _, _) -> {});
        if (profile.isSimulated()) {
            return simulated(request, at(request.at(), pacer), data, connections);
        }
        return request.at() == null
                ? looked(profile, data, connections)
                : recorded(request.at(), data, connections, profile.currency(), pacer);
    }

    private static Instant at(@Nullable Instant asked, Pacer pacer) {
        return asked == null ? pacer.instant() : asked;
    }

    private static Scenery simulated(PictureRequest request, Instant at, Path data, Connections connections) {
        var fleet = SimulatedConsole.fleet(at, request.models());
        var recent = new SimulatedPast(fleet).recent(at, Recent.LENGTH);
        var moment = new Moment(SimulatedFindings.of(fleet, data).in(fleet.snapshot(at)), recent, request.at() == null);
        var span = new FleetRecord.Span(at.minus(BEFORE), at);
        var timeline = new StillTimeline(moment, span, events(fleet, at));
        var rulings = new RecordedRulings(new SimulatedMinutes(fleet, at, timeline), JudgePlan.DEFAULT);
        return new Scenery(
                timeline,
                new SimulatedHistory(fleet),
                rulings,
                SimulatedReviews.of(fleet, timeline, rulings, data),
                connections,
                SimulatedFleet.CURRENCY);
    }

    private static List<FleetEvent> events(SimulatedFleet fleet, Instant until) {
        var events = new ArrayList<FleetEvent>();
        var at = until.minus(BEFORE);
        var before = fleet.snapshot(at);
        while (at.isBefore(until)) {
            at = at.plus(EVENTS_EVERY);
            var next = fleet.snapshot(at);
            events.addAll(FleetEvents.between(before, next, SimulatedFleet.CURRENCY));
            before = next;
        }
        return events;
    }

    private static Scenery looked(Profile profile, Path data, Connections connections) {
        var snapshot = FleetOnce.read(profile, data);
        var recent = Recent.none(snapshot.at()).with(snapshot, Roster.EMPTY);
        var span = new FleetRecord.Span(snapshot.at(), snapshot.at());
        var timeline = new StillTimeline(new Moment(snapshot, recent, true), span, List.of());
        return new Scenery(
                timeline,
                (_, _, _, _, _, step) -> nothing(step),
                (_, _, _) -> Optional.empty(),
                new LateApprovals(),
                connections,
                profile.currency());
    }

    private static Scenery recorded(Instant at, Path data, Connections connections, Currency currency, Pacer pacer) {
        var record = H2FleetRecord.open(data, Origin.LIVE, pacer);
        var snapshot = record.at(at).orElseGet(() -> FleetSnapshot.empty(at, Origin.LIVE));
        var recent = record.recent(snapshot.at(), snapshot.roster());
        var span = record.span().orElseGet(() -> new FleetRecord.Span(at, at));
        var events = record.events(at.minus(BEFORE), at);
        var timeline = new StillTimeline(new Moment(snapshot, recent, false), span, events);
        var history = new RecordedHistory(record, (_, _, _, _, _, step) -> Answer.unasked(step), _ -> {}, pacer);
        var rulings = new RecordedRulings(JudgeRecord.of(() -> record), JudgePlan.DEFAULT);
        return new Scenery(timeline, history, rulings, new LateApprovals(), connections, currency);
    }

    private static Series nothing(Duration step) {
        return new Series(LabelSet.of(Map.of()), new long[0], new double[0], step);
    }
}
