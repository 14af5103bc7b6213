package jml.store.fact;

import java.time.Instant;
import jml.core.fleet.ModelState;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// A standing without its beginning: few of them stand for a whole fleet.
public record Verdict(
        ModelState state, Standing.Cause cause, @Nullable Sli sli, Arm arm) {
    public static Verdict of(Standing standing) {
        return new Verdict(standing.state(), standing.cause(), standing.sli(), standing.arm());
    }

    public Standing since(Instant since) {
        return new Standing(state, cause, sli, arm, since);
    }
}
