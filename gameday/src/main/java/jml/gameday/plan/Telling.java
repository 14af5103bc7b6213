package jml.gameday.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import jml.gameday.catalogue.SimulatedModel;

/// Writes one story; what happens may be told in any order.
final class Telling {
    static final String PIPELINE = "release pipeline";
    static final String AUTOSCALER = "autoscaler";
    static final String ON_CALL = "on-call";

    private record Step(Instant at, UnaryOperator<Setup> change, String actor) {}

    private final SimulatedModel model;
    private final Span span;
    private final List<Step> steps = new ArrayList<>();
    private final List<Disturbance> disturbances = new ArrayList<>();
    private String firstVersion;

    Telling(SimulatedModel model, Span span) {
        this.model = model;
        this.span = span;
        this.firstVersion = model.version();
    }

    /// The history begins with another version than the one that serves at the opening.
    Telling from(int version) {
        firstVersion = Integer.toString(version);
        return this;
    }

    Telling candidate(double hours, int version, double weight) {
        return step(hours, setup -> setup.withCandidate(Integer.toString(version), weight), PIPELINE);
    }

    Telling promote(double hours) {
        return step(hours, Setup::promoted, PIPELINE);
    }

    Telling rollBack(double hours) {
        return step(hours, Setup::rolledBack, ON_CALL);
    }

    Telling replicas(double hours, int replicas) {
        return step(hours, setup -> setup.withReplicas(replicas), AUTOSCALER);
    }

    Telling paused(double hours, String by) {
        return step(hours, setup -> setup.withPause(by), "release board");
    }

    /// A whole release: 5%, 25%, 50%, all, an hour each.
    Telling release(double hours, int version) {
        return candidate(hours, version, 0.05)
                .candidate(hours + 1, version, 0.25)
                .candidate(hours + 2, version, 0.5)
                .promote(hours + 3);
    }

    /// From `hours` on, for ever.
    Telling suffers(double hours, Effect effect) {
        return suffers(hours, Double.POSITIVE_INFINITY, "", effect);
    }

    Telling suffers(double fromHours, double untilHours, Effect effect) {
        return suffers(fromHours, untilHours, "", effect);
    }

    Telling suffers(double fromHours, double untilHours, String version, Effect effect) {
        var until = Double.isInfinite(untilHours) ? Instant.MAX : span.hours(untilHours);
        disturbances.add(new Disturbance(span.hours(fromHours), until, version, effect));
        return this;
    }

    private Telling step(double hours, UnaryOperator<Setup> change, String actor) {
        steps.add(new Step(span.hours(hours), change, actor));
        return this;
    }

    Story story() {
        var setup = Setup.of(firstVersion, model.serving().replicas());
        var changes = new ArrayList<Change>();
        changes.add(new Change(span.began(), model.name(), setup, PIPELINE));
        steps.sort(Comparator.comparing(Step::at));
        for (var step : steps) {
            setup = step.change().apply(setup);
            changes.add(new Change(step.at(), model.name(), setup, step.actor()));
        }
        return new Story(changes, disturbances);
    }
}
