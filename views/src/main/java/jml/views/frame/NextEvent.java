package jml.views.frame;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.FleetEvent;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// What happened next after a past instant, for one model or for any.
///
/// @param words "Rolled back at 14:41"
record NextEvent(String words, Instant at) {
    private static final int LONGEST = 60;

    /// @param events oldest first, all after the instant shown
    /// @param selected null means any model of the environment
    static Optional<NextEvent> of(
            List<FleetEvent> events, String environment, @Nullable ModelKey selected, Instant shown, ZoneId zone) {
        return events.stream()
                .filter(it -> it.at().isAfter(shown) && worthAJump(it.kind()))
                .filter(it -> {
                    var model = it.model();
                    return selected != null
                            ? selected.equals(model)
                            : model != null
                                    && (environment.isEmpty()
                                            || model.environment().equals(environment));
                })
                .findFirst()
                .map(it -> new NextEvent(
                        (selected == null && it.model() != null ? it.model().name() + ": " : "")
                                + Words.oneLine(it.text(), LONGEST) + " at "
                                + Words.time(it.at(), shown, zone),
                        it.at()));
    }

    private static boolean worthAJump(FleetEvent.Kind kind) {
        return switch (kind) {
            case DEPLOY, ROLLBACK, ROLLOUT, WEIGHT, REGISTRY, PAGE_STARTED, PAGE_ENDED, ACT -> true;
            case SCALING, TICKET_STARTED, TICKET_ENDED, STATE, SOURCE -> false;
        };
    }
}
