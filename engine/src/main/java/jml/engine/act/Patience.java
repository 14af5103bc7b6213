package jml.engine.act;

import java.time.Duration;

/// How long the path waits for what.
///
/// @param grace in which a confirmed proposal can be cancelled
/// @param agreement in which a second person must agree
/// @param answer of one system or question, in time of this machine
/// @param arrival after which a target that stands unchanged proves that a request has not arrived: longer than any
/// server works on one
/// @param effect within which an accepted act must have taken effect
/// @param recovery within which a missed objective must hold again once it has
/// @param steady how long it must hold to count as back
public record Patience(
        Duration grace,
        Duration agreement,
        Duration answer,
        Duration arrival,
        Duration effect,
        Duration recovery,
        Duration steady) {
    /// Between two looks at an effect.
    static final Duration LOOK = Duration.ofSeconds(2);

    /// Between two looks at what may have arrived or not, and the longest when the source does not answer.
    static final Duration RECONCILE = Duration.ofSeconds(5);

    static final Duration SLOWEST = Duration.ofSeconds(60);

    public static Patience standard() {
        return new Patience(
                Duration.ofSeconds(5),
                Duration.ofMinutes(30),
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofMinutes(5));
    }
}
