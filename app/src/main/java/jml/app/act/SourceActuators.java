package jml.app.act;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jml.app.connect.SourceWiring;
import jml.app.profile.Profile;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.engine.act.Actuators;
import jml.engine.source.OnDemand;

/// The writing side of each source of a profile that can be changed.
public final class SourceActuators implements Actuators {
    private final Map<String, Actuator> bySource = new HashMap<>();

    /// @param actor whose name silences and tags carry
    public SourceActuators(Profile profile, SourceWiring wiring, String actor) {
        for (var source : profile.sources()) {
            switch (source.product()) {
                case KUBERNETES -> put(source.name(), new OnDemand<>(() -> wiring.workloads(source)));
                case MLFLOW -> put(source.name(), new OnDemand<>(() -> wiring.registryActs(source, actor)));
                case ALERTMANAGER -> put(source.name(), new OnDemand<>(() -> wiring.silences(source, actor)));
                case PROMETHEUS -> {
                    // Nothing in a metric store is changed.
                }
            }
        }
    }

    private void put(String source, OnDemand<? extends Actuator> opening) {
        bySource.put(source, new LateActuator(opening));
    }

    @Override
    public Optional<Actuator> of(Act act) {
        return Optional.ofNullable(bySource.get(act.source()));
    }
}
