package jml.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When the simulated fleet of a data folder was opened: its stories are told around that instant. It is kept beside
/// the record, so that a later start goes on with the same stories; after a day a new story begins, because by then
/// whatever there was to find has been there for too long.
final class SimulatedOpening {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedOpening.class);
    private static final String FILE = "simulation-opened";
    private static final Duration GOES_ON = Duration.ofDays(1);

    private SimulatedOpening() {}

    /// The opening of the story that still goes on in a folder; empty when none does.
    static Optional<Instant> goingOn(Path data, Instant now) {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var opened = Instant.parse(Files.readString(file).strip());
            boolean over = opened.isAfter(now) || opened.plus(GOES_ON).isBefore(now);
            return over ? Optional.empty() : Optional.of(opened);
        } catch (IOException | DateTimeParseException unreadable) {
            LOG.warn("the simulated story begins anew: {} cannot be read: {}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }

    /// The story that goes on, or one that begins now.
    ///
    /// @param recorded false when the record has nothing of it: then it begins now
    static Instant of(Path data, boolean recorded, Instant now) {
        var known = recorded ? goingOn(data, now) : Optional.<Instant>empty();
        return known.orElseGet(() -> {
            keep(data, now);
            return now;
        });
    }

    private static void keep(Path data, Instant opened) {
        try {
            Files.createDirectories(data);
            var next = Files.createTempFile(data, FILE, ".tmp");
            Files.writeString(next, opened.toString());
            Files.move(next, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lost) {
            LOG.warn("the next start will tell another simulated story: {}", lost.getMessage());
        }
    }
}
