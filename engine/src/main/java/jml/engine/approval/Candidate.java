package jml.engine.approval;

import java.time.Instant;
import jml.core.approval.FourEyes;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.model.Environment;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;

/// A version that needs somebody's approval before it may serve.
///
/// @param registered, version as the registry told them last
record Candidate(
        FleetSnapshot fleet,
        ModelFacts facts,
        Environment environment,
        RegisteredModel registered,
        ModelVersion version,
        FourEyes fourEyes) {
    String name() {
        return version.version();
    }

    /// When it came into traffic, else into the registry.
    Instant since() {
        return facts.placements().stream()
                .filter(it -> it.version().equals(name()))
                .map(Placement::since)
                .filter(since -> since != null)
                .findFirst()
                .orElse(version.createdAt());
    }

    /// What its pods run, as the cluster tells it; empty when it does not.
    String image() {
        return facts.placements().stream()
                .filter(it -> it.version().equals(name()))
                .map(Placement::digest)
                .findFirst()
                .orElse("");
    }
}
