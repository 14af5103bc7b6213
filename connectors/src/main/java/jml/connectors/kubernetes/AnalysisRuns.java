package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jml.core.release.Rollout.Analysis;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// What the analysis runs of the rollouts under way have measured. Asked for those rollouts only, at most every
/// ten seconds, in one request for fifty of them; runs hold every measurement and are too large to follow.
final class AnalysisRuns {
    private static final Duration FRESH = Duration.ofSeconds(10);
    // A label selector is part of the address, which servers cut at a few kilobytes.
    private static final int HASHES_PER_REQUEST = 50;

    private final Listing listing;
    private final InstantSource clock;
    private Map<String, Analysis> known = Map.of();
    private @Nullable Instant askedAt;
    private @Nullable SourceException problem;

    AnalysisRuns(Listing listing, InstantSource clock) {
        this.listing = listing;
        this.clock = clock;
    }

    /// By `namespace/name`. Keeps the last answer when the server gives none: [#problem()] then says why.
    ///
    /// @param namespaces to ask in; one empty name means all
    synchronized Map<String, Analysis> of(List<WorkloadRow> rows, List<String> namespaces) throws InterruptedException {
        var hashes = new TreeSet<String>();
        for (var row : rows) {
            var rollout = row.rollout();
            if (rollout != null && rollout.underWay() && !row.analyses().isEmpty()) {
                hashes.add(row.current());
            }
        }
        if (hashes.isEmpty()) {
            known = Map.of();
            problem = null;
            return known;
        }
        var now = clock.instant();
        if (askedAt == null || !now.isBefore(askedAt.plus(FRESH))) {
            askedAt = now;
            ask(List.copyOf(hashes), namespaces);
        }
        return known;
    }

    /// Why the last question was not answered; null when it was.
    synchronized @Nullable SourceException problem() {
        return problem;
    }

    private void ask(List<String> hashes, List<String> namespaces) throws InterruptedException {
        var runs = new HashMap<String, Analysis>();
        try {
            for (var namespace : namespaces) {
                for (int from = 0; from < hashes.size(); from += HASHES_PER_REQUEST) {
                    var part = hashes.subList(from, Math.min(from + HASHES_PER_REQUEST, hashes.size()));
                    var selector = "rollouts-pod-template-hash in (" + String.join(",", part) + ")";
                    listing.list(Resource.ANALYSIS_RUNS, namespace, selector, run -> add(run, runs));
                }
            }
            known = runs;
            problem = null;
        } catch (SourceException e) {
            problem = e;
        } catch (Absent | Expired e) {
            known = Map.of(); // an Argo without analysis, or a list that moved: the next question comes soon
        }
    }

    private static void add(JsonNode run, Map<String, Analysis> runs) throws UnreadableException {
        var meta = ObjectMeta.of(run);
        var status = run.path("status");
        int[] counts = new int[3];
        var worst = new ArrayList<String>();
        for (var metric : status.path("metricResults")) {
            counts[0] += metric.path("successful").asInt();
            counts[1] += metric.path("failed").asInt();
            counts[2] += metric.path("inconclusive").asInt();
            var message = metric.path("message").asText("");
            if (!message.isEmpty()) {
                worst.add(metric.path("name").asText() + ": " + message);
            }
        }
        var message = status.path("message").asText("");
        runs.put(
                meta.namespace() + "/" + meta.name(),
                new Analysis(
                        meta.name(),
                        status.path("phase").asText(""),
                        message.isEmpty() ? String.join("; ", worst) : message,
                        counts[0],
                        counts[1],
                        counts[2]));
    }
}
