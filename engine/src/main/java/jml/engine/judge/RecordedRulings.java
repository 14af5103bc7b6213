package jml.engine.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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

    private final JudgeRecord record;
    private final JudgePlan plan;
    private final Map<Asked, Ruling> said = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Ruling> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Asked(ModelKey model, String release, Instant last, String digest) {}

    public RecordedRulings(JudgeRecord record, JudgePlan plan) {
        this.record = record;
        this.plan = plan;
    }

    @Override
    public Optional<Ruling> at(ModelKey model, String release, Instant until) {
        var judged = new JudgedMinutes(record.intervals(model, release), until);
        if (judged.minutes().isEmpty()) {
            return Optional.empty();
        }
        var digest = digest(judged.canonical());
        var asked = new Asked(model, release, judged.minutes().getLast(), digest);
        synchronized (said) {
            var before = said.get(asked);
            if (before != null) {
                return Optional.of(before);
            }
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
        synchronized (said) {
            said.put(asked, ruling);
        }
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
