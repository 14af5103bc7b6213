package jml.gameday.plan;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What acts leave on a model beside how it serves.
///
/// @param aborted version whose rollout was aborted and which still is the newest template; empty when none is
/// @param restartedAt as the last restart that was asked for says; null when none was
/// @param aliases where the registry's aliases point; null while they follow the versions by themselves
public record Marks(
        String aborted,
        @Nullable Instant restartedAt,
        @Nullable Map<String, String> aliases,
        Motion motion) {
    public static final Marks NONE = new Marks("", null, null, Motion.STILL);

    /// How far the controller is with the last thing that was asked of it.
    public enum Motion {
        STILL,
        /// It has not seen it yet.
        ASKED,
        /// Pods start and end.
        MOVING
    }

    public Marks {
        aliases = aliases == null ? null : Map.copyOf(aliases);
    }

    public Marks withAborted(String aborted) {
        return new Marks(aborted, restartedAt, aliases, motion);
    }

    public Marks withRestart(Instant restartedAt) {
        return new Marks(aborted, restartedAt, aliases, motion);
    }

    public Marks withAliases(@Nullable Map<String, String> aliases) {
        return new Marks(aborted, restartedAt, aliases, motion);
    }

    public Marks with(Motion motion) {
        return new Marks(aborted, restartedAt, aliases, motion);
    }
}
