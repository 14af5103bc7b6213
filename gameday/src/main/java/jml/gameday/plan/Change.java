package jml.gameday.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// From an instant on, a model is set up differently. A setup is whole, so that whoever watches a real cluster can
/// tell what it saw without knowing what came before.
///
/// @param at kept to the millisecond
/// @param model name of the model
/// @param actor who changed it, for the event: "release pipeline", "autoscaler", a login
public record Change(Instant at, String model, Setup setup, String actor) {
    public Change {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    Change with(Setup setup) {
        return new Change(at, model, setup, actor);
    }
}
