package jml.core.judge;

import java.time.Instant;
import java.util.List;
import jml.core.model.ModelKey;
import org.jspecify.annotations.Nullable;

/// The judge's word on one release as of one instant, with what it was made from.
///
/// @param release version under way, as [JudgeInterval#release()] names it
/// @param until the end of the last minute that was judged
/// @param begun the first minute that was judged, warm-up left out
/// @param decidedAt when the verdict came to stand; null while it is open
/// @param judgement with one entry a metric
/// @param split how traffic was split against how it was asked to be
/// @param minutes start of each judged minute, oldest first: the entries of each metric's path and intervals
/// @param digest SHA-256, in hex, of the intervals in their canonical form: the same bytes give the same ruling
public record Ruling(
        ModelKey model,
        String release,
        Instant begun,
        Instant until,
        @Nullable Instant decidedAt,
        Judgement judgement,
        SampleRatio split,
        List<Instant> minutes,
        String digest) {
    public Ruling {
        minutes = List.copyOf(minutes);
    }
}
