package jml.views.oncall.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jml.core.alert.Alert;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import org.jspecify.annotations.Nullable;

/// The runbooks that ship with the console, one a failure mode. An alert finds its own by the words in its name.
public final class ShippedRunbooks implements Runbooks {
    private static final String FOLDER = "/jml/runbooks/";

    /// Words in an alert's name, lower case, to the runbook they lead to; the first that occurs decides.
    private static final Map<String, List<String>> WORDS = words();

    private final Map<String, Runbook> byId = new LinkedHashMap<>();

    public ShippedRunbooks() {
        WORDS.keySet().forEach(id -> byId.put(id, read(id)));
    }

    @Override
    public Optional<Runbook> of(Alert alert) {
        var named = alert.runbookUrl();
        for (var book : byId.values()) {
            if (named.endsWith("/" + book.id()) || named.endsWith("/" + book.id() + ".md") || named.equals(book.id())) {
                return Optional.of(book);
            }
        }
        var name = alert.name().toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(name::contains))
                .findFirst()
                .flatMap(entry -> book(entry.getKey()));
    }

    @Override
    public Optional<Runbook> of(Standing standing) {
        return switch (standing.cause()) {
            case OBJECTIVE_MISSED, PAGE_FIRING, TICKET_FIRING -> of(standing.sli());
            case ROLLOUT_DEGRADED -> book("rollout-stuck");
            case PODS_UNWELL -> book("pods-unwell");
            case FACTS_DISAGREE -> book("unauthorized-change");
            case SERIES_MISSING, SOURCE_SILENT -> book("no-data");
            case FEW_EVENTS, ON_PURPOSE, ALL_WELL -> Optional.empty();
        };
    }

    private Optional<Runbook> of(@Nullable Sli sli) {
        if (sli == null) {
            return Optional.empty();
        }
        return book(
                switch (sli) {
                    case DRIFT -> "data-drift";
                    case MISSING_FEATURES -> "feature-mismatch";
                    case COLD_STARTS -> "cold-starts";
                    case FIDELITY, KPI_DELTA -> "model-regression";
                    case COST -> "cost-runaway";
                    case LATENCY_P95, UTILISATION -> "slow-answers";
                    case SUCCESS, TIMEOUTS, RETRIES, TRAFFIC -> "errors";
                });
    }

    private Optional<Runbook> book(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static Runbook read(String id) {
        try (var in = ShippedRunbooks.class.getResourceAsStream(FOLDER + id + ".md")) {
            if (in == null) {
                throw new IllegalStateException("runbook is missing: " + id + ".md");
            }
            var markdown = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var end = markdown.indexOf('\n');
            var first = (end < 0 ? markdown : markdown.substring(0, end)).replaceFirst("^#+\\s*", "");
            return new Runbook(id, first, markdown.substring(end < 0 ? markdown.length() : end + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("runbook " + id, e);
        }
    }

    private static Map<String, List<String>> words() {
        var words = new LinkedHashMap<String, List<String>>();
        words.put("data-drift", List.of("drift"));
        words.put("feature-mismatch", List.of("feature", "schema", "nan"));
        words.put("cold-starts", List.of("cold", "warm"));
        words.put("model-regression", List.of("fidelity", "accuracy", "kpi", "regression", "quality", "canary"));
        words.put("unauthorized-change", List.of("unauthor", "signature", "unsigned", "alias", "audit"));
        words.put("cost-runaway", List.of("cost", "spend", "budget"));
        words.put("slow-answers", List.of("latency", "slow", "p95", "p99", "saturat", "utilisation", "utilization"));
        words.put("rollout-stuck", List.of("rollout", "analysis", "progress"));
        words.put("pods-unwell", List.of("pod", "crash", "oom", "image", "replica", "restart", "schedul"));
        words.put("no-data", List.of("absent", "nodata", "no_data", "targetdown", "scrape"));
        words.put("errors", List.of("error", "success", "5xx", "availability", "timeout", "retries"));
        return words;
    }
}
