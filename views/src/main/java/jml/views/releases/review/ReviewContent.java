package jml.views.releases.review;

import java.util.List;
import jml.core.approval.Evidence;

/// What the reviewer's page shows, in the order of signing. Immutable.
///
/// @param evidence the frozen facts, for the page's left side
/// @param change "v7 → v8, prod-eu only, up to 100% of traffic"
/// @param waits since when it waits, and what ends the wait
/// @param frozen when the evidence was frozen, with its age
/// @param bindsTo what a decision holds for: any change of these resets it
/// @param progress "1 of 2 approved"
/// @param deciders who decides, and who may not and why
/// @param signed what will be signed
/// @param then what happens after the last approval
record ReviewContent(
        Evidence evidence,
        String change,
        String waits,
        String frozen,
        List<Line> bindsTo,
        String progress,
        List<Decider> deciders,
        List<Line> signed,
        String then) {
    ReviewContent {
        bindsTo = List.copyOf(bindsTo);
        deciders = List.copyOf(deciders);
        signed = List.copyOf(signed);
    }

    record Line(String name, String value) {}

    /// @param words "may not: trained v8 (run 5c19)"
    record Decider(Mark mark, String name, String words) {}

    /// How a decider's row begins.
    enum Mark {
        APPROVED,
        REJECTED,
        /// Sits here and may decide.
        YOU,
        /// May decide and has not yet.
        MAY,
        /// May only pass over the four eyes.
        BYPASS,
        /// May not; the words say why.
        LOCKED
    }
}
