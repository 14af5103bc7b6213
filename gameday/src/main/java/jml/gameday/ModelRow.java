package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.plan.Span;
import jml.gameday.plan.Story;
import jml.gameday.plan.Stretch;
import jml.gameday.traffic.Edges;
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
    private final @Nullable Roster[] rosters;
    private final List<Since> onsets;
    private final List<Since> states;
    private volatile @Nullable Map<String, String> approval;

    ModelRow(SimulatedModel model, Environment environment, Story story, Span span, long seed) {
        this.model = model;
        this.key = new ModelKey(environment.name(), model.name());
        this.span = span;
        this.seed = seed;
        this.traffic = new ModelTraffic(model, story, span, seed);
        this.rosters = new Roster[traffic.stretches().all().size()];
        this.onsets = SimulatedAlerts.RULES.stream()
                .map(rule ->
                        new Since(traffic.stretches(), at -> rule.condition().test(model, reading(at))))
                .toList();
        this.states = Arrays.stream(ModelState.values())
                .map(state -> new Since(traffic.stretches(), at -> standing(at).state() == state))
                .toList();
    }

    /// Tags by which the version that its history begins with was approved; none for a model that nobody approved.
    Map<String, String> approval() {
        var known = approval;
        if (known == null) {
            known = SimulatedRegistry.approval(this);
            approval = known;
        }
        return known;
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

    double seconds(Instant at) {
        return span.seconds(at);
    }

    Instant instant(double seconds) {
        return span.instant(seconds);
    }

    Stretch stretch(double seconds) {
        return traffic.stretches().at(seconds);
    }

    /// Of its latency histogram.
    Edges edges() {
        return traffic.edges();
    }

    Reading reading(double seconds) {
        return traffic.reading(seconds);
    }

    /// The same instance as long as nothing is set up differently.
    ModelFacts facts(double seconds) {
        return roster(seconds).models().getFirst();
    }

    /// A fleet of this model alone.
    private Roster roster(double seconds) {
        int index = traffic.stretches().index(seconds);
        var known = rosters[index];
        if (known == null) {
            var stretch = traffic.stretches().all().get(index);
            known = new Roster(List.of(FactsOfModel.at(this, stretch, span)));
            rosters[index] = known;
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

    record Firing(SimulatedAlerts.Rule rule, double since) {}

    /// Where the model stands when nothing is known of before and nothing is silenced.
    Standing standing(double seconds) {
        var reading = reading(seconds);
        var sheet = new Sheet(roster(seconds), span.instant(seconds), List.of());
        sheet.add(0, this, reading, firing(seconds, reading));
        return sheet.standings().getFirst();
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
}
