package jml.views.kit.screen;

import java.util.Optional;

/// The screens there are, in the order of the rail.
public enum ScreenId {
    ON_CALL("on-call", "On-call", 1),
    RELEASES("releases", "Releases", 4),
    CONNECTIONS("connections", "Connections", 9);

    private final String id;
    private final String title;
    private final int digit;

    ScreenId(String id, String title, int digit) {
        this.id = id;
        this.title = title;
        this.digit = digit;
    }

    /// Stable name in links and settings.
    public String id() {
        return id;
    }

    /// The word people read.
    public String title() {
        return title;
    }

    /// The key that leads there together with Ctrl.
    public int digit() {
        return digit;
    }

    public static Optional<ScreenId> of(String id) {
        for (var screen : values()) {
            if (screen.id.equals(id)) {
                return Optional.of(screen);
            }
        }
        return Optional.empty();
    }
}
