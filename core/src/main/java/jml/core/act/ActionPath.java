package jml.core.act;

import java.util.List;
import java.util.UUID;
import jml.core.fleet.FleetFeed;
import jml.core.judge.Ruling;

/// The one way on which a change reaches production:
/// propose → preflight → confirm → journal intent → execute → watch effect → journal outcome.
/// Nothing is sent twice, also not after a crash. Safe from any thread.
public interface ActionPath {
    /// Asks everything that must be known before the button lives. Blocks; changes nothing. A system that does not
    /// answer is a check among the others.
    Preflight preflight(Proposal proposal) throws InterruptedException;

    /// A person has this ruling before their eyes now. Returns at once; the journal keeps it when its verdict is
    /// another than the one shown last.
    default void shown(Ruling ruling) {}

    /// Writes the intent and begins the grace; returns at once. Everything is looked at again when the grace ends, and
    /// what has moved on meanwhile is not sent.
    ///
    /// @throws IllegalStateException when the preflight has an obstacle, the confirmation is not the asked one,
    /// or the proposal was confirmed before: a second click changes nothing
    void confirm(Preflight preflight, Confirmation confirmation);

    /// The second person's word on a proposal that waits for it; the grace begins.
    ///
    /// @throws IllegalStateException when nothing waits for it, the person is the one who confirmed, or the
    /// name is not typed
    void agree(UUID proposal, Confirmation confirmation);

    /// Stops what has not been sent; false when it is too late.
    boolean cancel(UUID proposal);

    /// Sends what is left of a half-done proposal, after looking again; returns at once.
    ///
    /// @throws IllegalStateException when it is not half done
    void finish(UUID proposal, Confirmation confirmation);

    /// Leaves a half-done proposal as it is. Blocks for the journal.
    void leave(UUID proposal, Confirmation confirmation);

    /// Those under way and those that ended in this run of the console, newest first.
    List<Course> courses();

    /// Versions that may not be promoted on their own, because a person took a step back.
    List<Hold> holds();

    /// Lets a held version go on again. Blocks for the journal.
    void clear(Hold hold, Confirmation confirmation);

    /// Runs `listener` on some thread after each change; it must return at once.
    FleetFeed.Pin onChange(Runnable listener);
}
