package jml.views.releases.review;

import java.util.List;
import jml.core.approval.Evidence;

/// What the reviewer's page shows, in the order of signing. Immutable.
///
/// @param model the registered model's name
/// @param frozenEvidence as it is signed and kept
/// @param evidence the same in words, for the page's left side
/// @param change "v7 → v8, prod-eu only, up to 100% of traffic"
/// @param waits since when it waits
/// @param until what ends the wait; empty when nothing does
/// @param frozen when the evidence was frozen, with its age
/// @param bindsTo what a decision holds for: any change of these resets it
/// @param progress "1 of 2 approved"
/// @param deciders who decides, and who may not and why
/// @param signed what will be signed
/// @param then what happens after the last approval
/// @param exceptable rules that an exception would take on; empty when all are kept
/// @param bypass true when who sits here may pass over the four eyes
record ReviewContent(
        String model,
        Evidence frozenEvidence,
        EvidenceContent evidence,
        String change,
        String waits,
        String until,
        String frozen,
        List<Line> bindsTo,
        String progress,
        List<Decider> deciders,
        List<Line> signed,
        String then,
        List<String> exceptable,
        boolean bypass) {
    ReviewContent {
        bindsTo = List.copyOf(bindsTo);
        deciders = List.copyOf(deciders);
        signed = List.copyOf(signed);
        exceptable = List.copyOf(exceptable);
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
