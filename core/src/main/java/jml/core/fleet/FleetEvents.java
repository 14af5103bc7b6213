package jml.core.fleet;

import java.util.List;

/// What happened between two snapshots. Times are exact where a source tells them, else those of the later snapshot.
/// Two consoles that see the same thing give it the same id: it is made of what sources told, and of the ten minutes
/// it was seen in where they told no time.
public final class FleetEvents {
    private FleetEvents() {}

    /// Oldest first. Nothing is said about models between snapshots of different origins.
    public static List<FleetEvent> between(FleetSnapshot before, FleetSnapshot after) {
        return List.of();
    }
}
