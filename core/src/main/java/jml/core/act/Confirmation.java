package jml.core.act;

/// What the person said when confirming.
///
/// @param actor who: the name that the journal keeps
/// @param reason why; never blank
/// @param typedName the model's name as typed; empty where none was asked for
public record Confirmation(String actor, String reason, String typedName) {
    public Confirmation {
        if (actor.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an act needs a person and a reason");
        }
    }
}
