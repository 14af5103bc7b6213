package jml.bench.servers;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// What each server calls a model of the doubles' fleet: one name everywhere, forty namespaces.
final class Names {
    static final String VERSION = "7";
    private static final int NAMESPACES = 40;

    private Names() {}

    static String model(int number) {
        return String.format(Locale.ROOT, "model-%05d", number);
    }

    static String namespace(int number) {
        return "team-" + number % NAMESPACES;
    }

    /// The same for the same words.
    static String uid(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static String digest(int number) {
        return String.format(Locale.ROOT, "%064x", number * 0x9E3779B97F4A7C15L);
    }
}
