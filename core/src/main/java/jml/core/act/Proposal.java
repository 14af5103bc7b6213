package jml.core.act;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jml.core.model.ModelKey;

/// What a person wants, as one thing: the acts that bring it about in the order in which they are sent. A later act is
/// sent only when the ones before it were accepted, so that a proposal that stops between two of them is half done,
/// which is shown and can be finished.
///
/// @param title as a question's object: "Roll back fraud-scorer to v16"
/// @param from version that has the traffic or the alias now; empty where the act is not about versions
/// @param to version that is to have it; empty where the act is not about versions
public record Proposal(UUID id, Purpose purpose, ModelKey model, String title, String from, String to, List<Act> acts) {

    public enum Purpose {
        /// Takes a version out of traffic: the cure. Nothing but the target's own state may stand in its way.
        ROLL_BACK(true),
        PROMOTE(false),
        PROMOTE_FULLY(false),
        PAUSE(true),
        RESUME(false),
        RETRY(false),
        SET_WEIGHT(false),
        RESTART(false),
        SCALE(false),
        MOVE_ALIAS(false),
        TAG(false),
        SILENCE(false),
        EXTEND_SILENCE(false),
        EXPIRE_SILENCE(false);

        private final boolean cure;

        Purpose(boolean cure) {
            this.cure = cure;
        }

        /// True when the act only takes risk away, so that a question without an answer does not stop it.
        public boolean cure() {
            return cure;
        }
    }

    public Proposal {
        acts = List.copyOf(acts);
        if (acts.isEmpty()) {
            throw new IllegalArgumentException(title + " has no act");
        }
    }

    /// The same wish once more, to be looked at and confirmed anew: what was confirmed once is never sent again.
    public Proposal again(Supplier<UUID> ids) {
        return new Proposal(
                ids.get(),
                purpose,
                model,
                title,
                from,
                to,
                acts.stream().map(act -> act.withId(ids.get())).toList());
    }
}
