package jml.views.kit.screen;

import java.util.Optional;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.Environment;

/// Which environment of a snapshot the screens show: one at a time, so that production is never mixed with another.
public final class ShownEnvironment {
    private ShownEnvironment() {}

    /// The one the link names, else the first production one, else the first; empty when there is none.
    public static Optional<Environment> of(FleetSnapshot snapshot, Link link) {
        var all = snapshot.environments();
        return all.stream()
                .filter(it -> it.name().equals(link.environment()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(it -> it.stage() == Environment.Stage.PRODUCTION)
                        .findFirst())
                .or(() -> all.stream().findFirst());
    }
}
