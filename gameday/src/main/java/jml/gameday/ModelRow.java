package jml.gameday;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import jml.core.fleet.Environment;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelKey;
import jml.core.fleet.ModelState;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.plan.Span;
import jml.gameday.plan.Story;
import jml.gameday.plan.Stretch;
import jml.gameday.traffic.ModelTraffic;
import jml.gameday.traffic.Reading;
import org.jspecify.annotations.Nullable;

/// One model of the fleet with the story it lives. Another story is another row; what both share of the past is equal.
/// Safe from any thread.
final class ModelRow {
    private final SimulatedModel model;
    private final ModelKey key;
    private final Span span;
    private final long seed;
    private final ModelTraffic traffic;
    private final @Nullable ModelFacts[] facts;
    private final List<Since> onsets;
    private final List<Since> states;

    ModelRow(SimulatedModel model, Environment environment, Story story, Span span, long seed) {
        this.model = model;
        this.key = new ModelKey(environment.name(), model.name());
        this.span = span;
        this.seed = seed;
        this.traffic = new ModelTraffic(model, story, span, seed);
        this.facts = new ModelFacts[traffic.stretches().all().size()];
        this.onsets = SimulatedAlerts.RULES.stream()
                .map(rule ->
                        new Since(traffic.stretches(), at -> rule.condition().test(model, reading(at))))
                .toList();
        this.states = Arrays.stream(ModelState.values())
                .map(state -> new Since(
                        traffic.stretches(), at -> Standings.quick(this, at).state() == state))
                .toList();
    }

    ModelRow with(Environment environment, Story story) {
        return new ModelRow(model, environment, story, span, seed);
    }

    SimulatedModel model() {
        return model;
    }

    ModelKey key() {
        return key;
    }

    Story story() {
        return traffic.story();
    }

    ModelTraffic traffic() {
        return traffic;
    }

    Stretch stretch(double seconds) {
        return traffic.stretches().at(seconds);
    }

    Reading reading(double seconds) {
        return traffic.reading(seconds);
    }

    /// The same instance as long as nothing is set up differently.
    ModelFacts facts(double seconds) {
        int index = traffic.stretches().index(seconds);
        var known = facts[index];
        if (known == null) {
            known = FactsOfModel.at(this, traffic.stretches().all().get(index), span);
            facts[index] = known;
        }
        return known;
    }

    /// Rules that fire at an instant, each with the second since which it does.
    List<Firing> firing(double seconds, Reading reading) {
        if (reading.stretch().silent()) {
            return List.of();
        }
        List<Firing> firing = List.of();
        for (int i = 0; i < onsets.size(); i++) {
            var rule = SimulatedAlerts.RULES.get(i);
            if (!rule.condition().test(model, reading)) {
                continue;
            }
            double since = onsets.get(i).at(seconds) + rule.holdSeconds();
            if (since <= seconds) {
                firing = firing.isEmpty() ? new ArrayList<>() : firing;
                firing.add(new Firing(rule, since));
            }
        }
        return firing;
    }

    /// The second since which it has been in a state that it is in now; 0 when it always has.
    double since(ModelState state, double seconds) {
        boolean neverDisturbed =
                story().disturbances().stream().allMatch(it -> it.from().isAfter(span.instant(seconds)));
        // What nothing disturbs is well; looking back for each of thousands of such models would be for nothing.
        return state == ModelState.HEALTHY && neverDisturbed
                ? 0
                : states.get(state.ordinal()).at(seconds);
    }

    record Firing(SimulatedAlerts.Rule rule, double since) {}

    /// When the model is next set up differently after an instant; empty when never again.
    OptionalDouble nextChange(double seconds) {
        double end = stretch(seconds).end();
        return Double.isInfinite(end) ? OptionalDouble.empty() : OptionalDouble.of(end);
    }
}
