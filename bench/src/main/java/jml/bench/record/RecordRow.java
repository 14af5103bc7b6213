package jml.bench.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jml.bench.Result;
import jml.bench.Row;
import jml.bench.Spread;
import jml.core.fleet.Origin;
import jml.engine.record.LiveTimeline;
import jml.store.H2FleetRecord;

/// Scrubbing over two days of 5,000 models, and what keeping them costs. The days are written once and kept for the
/// next run until something is built anew.
public final class RecordRow implements Row {
    private static final int MODELS = 5_000;
    private static final int WARM_UP = 200;
    private static final double BAR_SCRUB = 16;

    @Override
    public String name() {
        return "record";
    }

    @Override
    public String summary() {
        return "scrub over two stored days of 5,000 models, bytes a sample, a changed snapshot stored, disk a day";
    }

    @Override
    public List<Result> measure(Setting setting) throws IOException, InterruptedException {
        var days = setting.quick() ? StoredDays.QUICK : StoredDays.TWO;
        var folder = days.in(setting.java().data(), MODELS);
        var results = new ArrayList<Result>();
        results.addAll(StoredDays.costs(folder));
        results.addAll(scrub(folder, days, setting.quick() ? 300 : 1000));
        return results;
    }

    private static List<Result> scrub(Path folder, StoredDays days, int times) throws InterruptedException {
        var clock = InstantSource.fixed(days.last());
        try (var record = H2FleetRecord.open(folder, Origin.LIVE, clock)) {
            var live = record.latest().orElseThrow();
            try (var timeline = new LiveTimeline(record, live)) {
                var scrub = new Scrub(timeline);
                var random = new Random(5);
                run(scrub, days, random, WARM_UP);
                var moves = run(scrub, days, random, times);
                var wall = new Spread(
                        moves.stream().mapToDouble(Scrub.Move::millis).toArray());
                var own = new Spread(
                        moves.stream().mapToDouble(Scrub.Move::threadMillis).toArray());
                return List.of(
                        Result.atMost(
                                "scrub to a random instant of " + days + " × 5,000, p95",
                                wall.at(0.95),
                                "ms",
                                BAR_SCRUB),
                        Result.stated("  wall", wall.text("ms")),
                        Result.stated("  CPU of the reading thread", own.text("ms")));
            }
        }
    }

    private static List<Scrub.Move> run(Scrub scrub, StoredDays days, Random random, int times)
            throws InterruptedException {
        var moves = new ArrayList<Scrub.Move>();
        long span = days.last().toEpochMilli() - days.first().toEpochMilli();
        for (int i = 0; i < times; i++) {
            Instant at = days.first().plusMillis(random.nextLong(span));
            moves.add(scrub.to(at));
        }
        return moves;
    }
}
