package jml.engine.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.model.ModelKey;
import jml.core.text.Words;

/// Which version a step back leads to, whether it ever served, and when. Reads the record back to a month; never
/// interrupted there.
public final class RollbackTarget implements Question {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS = 30;

    private final FleetRecord record;

    public RollbackTarget(FleetRecord record) {
        this.record = record;
    }

    @Override
    public Subject subject() {
        return Subject.ROLLBACK_TARGET;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) {
        if (proposal.purpose() != Proposal.Purpose.ROLL_BACK) {
            return List.of();
        }
        if (proposal.to().isEmpty()) {
            return List.of(Check.toKnow(subject(), "nothing tells which version that is", List.of()));
        }
        var target = Words.version(proposal.to());
        var row = fleet.roster().row(proposal.model());
        var now = row.isPresent() ? serves(fleet.model(row.getAsInt()), proposal.to()) : Optional.<Placement>empty();
        if (now.isPresent()) {
            return List.of(
                    Check.ready(subject(), target + " serves " + share(now.get()) + since(now.get(), fleet.at())));
        }
        return List.of(lastServed(proposal.model(), proposal.to(), fleet.at())
                .map(at -> Check.ready(
                        subject(),
                        target + " served all traffic until " + Words.age(Duration.between(at, fleet.at())) + " ago"))
                .orElseGet(() -> Check.toKnow(
                        subject(),
                        "the record of the last " + DAYS + " days has not seen " + target + " serve all traffic",
                        List.of("Expect it to behave like a new version"))));
    }

    private static Optional<Placement> serves(ModelFacts facts, String version) {
        return facts.placements().stream()
                .filter(it -> it.version().equals(version) && it.ready() > 0)
                .findFirst();
    }

    private static String share(Placement placement) {
        return Double.isFinite(placement.share()) ? Words.share(placement.share()) + " of traffic now" : "now";
    }

    private static String since(Placement placement, Instant now) {
        var since = placement.since();
        return since == null ? "" : ", made " + Words.age(Duration.between(since, now)) + " ago";
    }

    /// When a version stopped serving all traffic last; empty when the record does not know that it ever did.
    private Optional<Instant> lastServed(ModelKey model, String version, Instant now) {
        for (int day = 0; day < DAYS; day++) {
            var until = now.minus(DAY.multipliedBy(day));
            var changes = record.events(until.minus(DAY), until).stream()
                    .filter(event -> model.equals(event.model()) && changed(event.kind()))
                    .toList();
            for (var change : changes.reversed()) {
                if (served(model, version, change.at().minusMillis(1))) {
                    return Optional.of(change.at());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean changed(FleetEvent.Kind kind) {
        return kind == FleetEvent.Kind.DEPLOY || kind == FleetEvent.Kind.ROLLBACK || kind == FleetEvent.Kind.ROLLOUT;
    }

    private boolean served(ModelKey model, String version, Instant at) {
        return record.at(at)
                .filter(snapshot -> {
                    var row = snapshot.roster().row(model);
                    if (row.isEmpty()) {
                        return false;
                    }
                    var facts = snapshot.model(row.getAsInt());
                    return facts.version().equals(version) && !facts.releasing();
                })
                .isPresent();
    }
}
