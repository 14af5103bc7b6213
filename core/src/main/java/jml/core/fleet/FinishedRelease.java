package jml.core.fleet;

import java.time.Instant;
import java.util.Optional;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.model.ModelKey;

/// A release that ended: its version serves all traffic, or was taken back.
///
/// @param at when it ended
/// @param promoted false when it was taken back
/// @param text what the event says
public record FinishedRelease(ModelKey model, Instant at, boolean promoted, String text) {
    // As ReleaseChanges says it.
    static final String SERVES_ALL = " serves all traffic.";
    static final String TAKEN_BACK = " was taken back";
    static final String SERVES_AGAIN = " serves again, in place of ";

    /// Empty for an event that ends no release.
    public static Optional<FinishedRelease> of(FleetEvent event) {
        var model = event.model();
        var text = event.text();
        boolean promoted = event.kind() == Kind.ROLLOUT && text.endsWith(SERVES_ALL);
        boolean back = event.kind() == Kind.ROLLBACK && (text.contains(TAKEN_BACK) || text.contains(SERVES_AGAIN));
        return model == null || !(promoted || back)
                ? Optional.empty()
                : Optional.of(new FinishedRelease(model, event.at(), promoted, text));
    }
}
