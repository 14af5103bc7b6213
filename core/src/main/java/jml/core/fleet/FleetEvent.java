package jml.core.fleet;

import java.time.Instant;
import jml.core.model.ModelKey;
import org.jspecify.annotations.Nullable;

/// Something that happened, at its exact time. Events are never thinned.
///
/// @param id the same event seen twice, also by another console, has the same id
/// @param at when it happened, by its source's clock
/// @param knownAt when the console learned of it
/// @param model null when it concerns no single model
/// @param text for people, one line: "Canary v17 raised from 10% to 25%"
/// @param source name of the source that told it
/// @param correlation what the events of one thing have in common: start and end of an alert carry its fingerprint;
/// empty where nothing belongs together, and in records of earlier versions
public record FleetEvent(
        String id,
        Kind kind,
        Instant at,
        Instant knownAt,
        @Nullable ModelKey model,
        String text,
        String source,
        String correlation) {

    /// An event that belongs to no other.
    public FleetEvent(
            String id, Kind kind, Instant at, Instant knownAt, @Nullable ModelKey model, String text, String source) {
        this(id, kind, at, knownAt, model, text, source, "");
    }

    public enum Kind {
        /// A revision or version began to serve.
        DEPLOY,
        /// A version was taken back: its rollout was aborted, or an earlier version serves again.
        ROLLBACK,
        /// A rollout took a step, paused, resumed or ended.
        ROLLOUT,
        /// Traffic moved between versions.
        WEIGHT,
        /// A registry alias moved, or a version was registered, archived or deleted.
        REGISTRY,
        /// Replicas changed.
        SCALING,
        PAGE_STARTED,
        PAGE_ENDED,
        TICKET_STARTED,
        TICKET_ENDED,
        /// A model's state changed.
        STATE,
        /// A source died or came back, or events were lost.
        SOURCE,
        /// Somebody acted in the console.
        ACT
    }
}
