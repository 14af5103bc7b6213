package jml.engine.source;

import java.time.Duration;
import jml.core.source.SourceKind;
import jml.core.source.SourceSettings;

/// Which source a loop asks, how often, and how long it waits for one answer.
public record SourceIdentity(String name, String environment, SourceKind kind, Duration interval, Duration timeout) {
    public static SourceIdentity of(SourceSettings settings) {
        return new SourceIdentity(
                settings.name(),
                settings.environment(),
                settings.product().kind(),
                settings.interval(),
                settings.timeout());
    }
}
