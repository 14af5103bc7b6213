package jml.core.act;

import java.util.List;

/// What will change: what the server answered to the same request marked as a trial, apart from what its controller is
/// expected to do then.
///
/// @param lines in order, the server's before the predicted ones
public record DryRun(Answer answer, List<Line> lines) {
    public enum Answer {
        ACCEPTED,
        REFUSED,
        /// The system has no trial: nothing was sent, and every line is predicted.
        NOT_OFFERED
    }

    /// @param predicted true for what the controller is expected to do, false for what the server answered
    public record Line(Kind kind, String text, boolean predicted) {}

    public enum Kind {
        CONTEXT,
        REMOVED,
        ADDED
    }

    public DryRun {
        lines = List.copyOf(lines);
    }
}
