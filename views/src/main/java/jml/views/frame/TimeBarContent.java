package jml.views.frame;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import jml.views.kit.icon.Mark;
import org.jspecify.annotations.Nullable;

/// What the time bar draws, prepared off the FX thread.
///
/// @param from the instant at the left edge
/// @param to the instant at the right edge
/// @param now the newest instant there is
/// @param cursor the instant that is shown
/// @param past whether the cursor stands in the past
/// @param marks oldest first
record TimeBarContent(
        Instant from, Instant to, Instant now, Instant cursor, boolean past, ZoneId zone, List<Event> marks) {
    /// @param until when the alert ended; null for what takes no time, and for what still fires
    /// @param firing whether it still fires
    /// @param mine belongs to the selected model
    record Event(Mark mark, Instant at, @Nullable Instant until, boolean firing, boolean mine, String text) {}
}
