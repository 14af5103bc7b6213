package jml.core.act;

import org.jspecify.annotations.Nullable;

/// Something that a person may want to do with a model now.
///
/// @param label as on a button: "Roll back to v16"
/// @param proposal what would be asked; null when it is not allowed
/// @param reason why it is not allowed, in one sentence; empty when it is
public record Offer(
        Proposal.Purpose purpose, String label, @Nullable Proposal proposal, String reason) {
    public Offer {
        if ((proposal == null) == reason.isEmpty()) {
            throw new IllegalArgumentException(label + " needs either a proposal or a reason");
        }
    }

    public boolean allowed() {
        return proposal != null;
    }
}
