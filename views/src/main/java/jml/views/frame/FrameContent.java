package jml.views.frame;

import java.time.Instant;
import java.util.List;
import jml.core.model.Environment;
import jml.core.source.SourceHealth;
import jml.views.kit.EnvironmentChip;
import org.jspecify.annotations.Nullable;

/// What the frame says around every screen at one moment, prepared off the FX thread.
///
/// @param breaching models of the shown environment
/// @param at the instant ages of sources count from
/// @param banners at most two
record FrameContent(
        Place place, int breaching, Live live, Instant at, List<SourceHealth> sources, List<Notice> banners) {
    /// The environment shown and the others one can go to.
    ///
    /// @param name empty when there is none
    record Place(String name, EnvironmentChip.Kind kind, boolean readOnly, List<Environment> choices) {}

    /// @param words "Live", "Past", "Simulated"
    /// @param age what stands beside them: "6 s ago", a time of day
    /// @param utc the exact instant for the tool tip
    record Live(Tone tone, String words, String age, String utc) {
        enum Tone {
            LIVE,
            OLD,
            PAST
        }
    }

    /// One line under the top bar.
    ///
    /// @param next what happened next; null except in the past
    record Notice(
            Kind kind, String lead, String rest, @Nullable NextEvent next) {
        Notice(Kind kind, String lead, String rest) {
            this(kind, lead, rest, null);
        }

        enum Kind {
            PAST,
            SIMULATED,
            RECORDING,
            SILENT
        }
    }
}
