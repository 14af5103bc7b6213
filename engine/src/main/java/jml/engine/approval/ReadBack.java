package jml.engine.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import jml.core.registry.ModelVersion;

/// Tags of decisions that a registry has shown back after they were written: they count at once, not from its next poll
/// on. Forgotten as soon as a poll shows them, and in any case after a while, because then they may be gone again.
final class ReadBack {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<Key, Shown> shown = new HashMap<>();

    private record Key(String source, String model, String version) {}

    private record Shown(Map<String, String> tags, Instant at) {}

    ReadBack(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void keep(String source, String model, String version, Map<String, String> tags) {
        var all = new HashMap<>(tags);
        var before = shown.get(new Key(source, model, version));
        if (before != null) {
            before.tags().forEach(all::putIfAbsent);
        }
        shown.put(new Key(source, model, version), new Shown(Map.copyOf(all), clock.instant()));
    }

    /// The version as polled, with what was read back since.
    synchronized ModelVersion with(String source, String model, ModelVersion polled) {
        var key = new Key(source, model, polled.version());
        var known = shown.get(key);
        if (known == null) {
            return polled;
        }
        boolean polledToo = polled.tags().entrySet().containsAll(known.tags().entrySet());
        if (polledToo || known.at().plus(LONGEST).isBefore(clock.instant())) {
            shown.remove(key);
            return polled;
        }
        var tags = new HashMap<>(polled.tags());
        tags.putAll(known.tags());
        return new ModelVersion(
                polled.version(),
                polled.createdAt(),
                polled.status(),
                polled.source(),
                polled.runId(),
                polled.modelId(),
                tags);
    }
}
