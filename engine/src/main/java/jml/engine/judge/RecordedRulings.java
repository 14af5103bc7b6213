package jml.engine.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jml.core.judge.JudgePlan;
import jml.core.judge.Judgement;
import jml.core.judge.ReleaseJudge;
import jml.core.judge.Ruling;
import jml.core.judge.Rulings;
import jml.core.model.ModelKey;
import org.jspecify.annotations.Nullable;

/// Judges from the record, and remembers what it said of minutes that cannot change any more.
public final class RecordedRulings implements Rulings {
    private static final int REMEMBERED = 2_000;

    /// So long after it was asked a ruling is not read again.
    private static final long SLICE_SECONDS = 15;

    private final JudgeRecord record;
    private final JudgePlan plan;
    private final Map<Asked, Ruling> said = remembering();
    private final Map<Moment, Ruling> lately = remembering();

    private record Asked(ModelKey model, String release, Instant last, String digest) {}

    // A screen asks with every snapshot; what is recorded comes by the minute.
    private record Moment(ModelKey model, String release, long slice) {
        static Moment of(ModelKey model, String release, Instant until) {
            return new Moment(model, release, Math.floorDiv(until.getEpochSecond(), SLICE_SECONDS));
        }
    }

    public RecordedRulings(JudgeRecord record, JudgePlan plan) {
        this.record = record;
        this.plan = plan;
    }

    private static <K> Map<K, Ruling> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Ruling> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    @Override
    public Optional<Ruling> at(ModelKey model, String release, Instant until) {
        var moment = Moment.of(model, release, until);
        var just =
                Optional.ofNullable(lately.get(moment)).filter(it -> !it.until().isAfter(until));
        if (just.isPresent()) {
            return just;
        }
        var ruling = read(model, release, until);
        ruling.ifPresent(it -> lately.put(moment, it));
        return ruling;
    }

    private Optional<Ruling> read(ModelKey model, String release, Instant until) {
        var judged = new JudgedMinutes(record.intervals(model, release), until);
        if (judged.minutes().isEmpty()) {
            return Optional.empty();
        }
        var digest = digest(judged.canonical());
        var asked = new Asked(model, release, judged.minutes().getLast(), digest);
        var before = said.get(asked);
        if (before != null) {
            return Optional.of(before);
        }
        var split = new AskedSplit(record).of(model, release, judged);
        var judgement = ReleaseJudge.judge(plan, judged.metrics(), split);
        var ruling = new Ruling(
                model,
                release,
                judged.begun(),
                JudgedMinutes.end(judged.minutes().getLast()),
                decided(judgement, judged),
                judgement,
                split,
                judged.minutes(),
                digest);
        said.put(asked, ruling);
        return Optional.of(ruling);
    }

    private static @Nullable Instant decided(Judgement judgement, JudgedMinutes judged) {
        int at = judgement.decidedAt();
        return at == 0 ? null : JudgedMinutes.end(judged.minutes().get(at - 1));
    }

    private static String digest(String canonical) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
