package jml.core.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/// Makes ids that two consoles agree on: the kind, and a hash of what the event is about.
public final class EventId {
    private static final long SEEN_TOGETHER = Duration.ofMinutes(10).toSeconds();
    private static final int BYTES = 12;

    private EventId() {}

    /// @param about everything that tells this event from others of its kind; the order matters
    public static String of(FleetEvent.Kind kind, Object... about) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : about) {
                var bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                // The length before each part, so that "a" + "bc" and "ab" + "c" differ.
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) ':');
                digest.update(bytes);
            }
            var word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return word + "-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The part of an id that stands for an instant which only the console's own clock tells.
    public static String seen(Instant at) {
        return "seen " + Math.floorDiv(at.getEpochSecond(), SEEN_TOGETHER);
    }
}
