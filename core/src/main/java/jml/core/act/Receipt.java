package jml.core.act;

import java.time.Duration;

/// What became of a request that was sent once. Whatever it is, the request is never sent again.
public sealed interface Receipt {
    /// The system took it.
    ///
    /// @param status as the protocol has it (200)
    /// @param mark what the system answered that helps to find the change again: a resourceVersion, a silence's id
    record Accepted(int status, Duration took, String mark) implements Receipt {}

    /// The system did not take it; nothing has changed.
    record Refused(Reason reason, int status, String message) implements Receipt {}

    /// Nobody knows: the connection was cut after sending, or the answer did not come in time.
    record Unknown(String message) implements Receipt {}

    enum Reason {
        /// The target is no longer what was looked at (409, 422 of a failed test).
        MOVED_ON,
        /// The person may not (401, 403).
        FORBIDDEN,
        /// The target is gone (404).
        GONE,
        /// The request breaks a rule of the system or of its admission (other 4xx).
        INVALID,
        /// The system failed before it did anything it says (503 of a gate in front of it, 429).
        UNAVAILABLE
    }
}
