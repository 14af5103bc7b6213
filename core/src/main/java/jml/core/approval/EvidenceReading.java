package jml.core.approval;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.policy.Policy;
import jml.core.policy.PolicyDecision;
import jml.core.policy.RuleResult;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;
import jml.core.signing.Members;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// Evidence back from the bytes that were kept, so that a second person is shown what the first one decided on.
public final class EvidenceReading {
    private EvidenceReading() {}

    /// @throws MalformedException also when the bytes hold more than this console understands: what could not be shown
    ///     whole must not be signed
    public static Evidence of(byte[] bytes, JsonReader json) throws MalformedException {
        try {
            var evidence = of(json.object(bytes));
            if (!evidence.digest().equals(Sha256.of(bytes))) {
                throw new MalformedException("evidence with members that are not known here");
            }
            return evidence;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedException("evidence: " + e.getMessage(), e);
        }
    }

    private static Evidence of(Map<String, Object> map) throws MalformedException {
        return new Evidence(
                Instant.parse(Members.text(map, "frozenAt")),
                Members.text(map, "model"),
                Members.text(map, "version"),
                Members.text(map, "serving"),
                digest(map, "artifact"),
                digest(map, "image"),
                new Scope(Members.text(map, "environment"), (int) number(map, "weight")),
                map.get("judge") == null ? null : judged(Members.object(map, "judge")),
                texts(map, "differences"),
                Members.text(map, "signature"),
                decision(Members.object(map, "policies")),
                rows(map),
                texts(map, "notCovered"));
    }

    private static @Nullable Sha256 digest(Map<String, Object> map, String name) throws MalformedException {
        return map.get(name) == null ? null : Sha256.ofHex(Members.text(map, name));
    }

    private static double number(Map<String, Object> map, String name) throws MalformedException {
        if (map.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new MalformedException(name + " is not a number");
    }

    // What was not finite was written as null, and is the same again when it is written once more.
    private static double open(Map<String, Object> map, String name) throws MalformedException {
        return map.get(name) == null ? Double.NaN : number(map, name);
    }

    private static List<String> texts(Map<String, Object> map, String name) throws MalformedException {
        var texts = new ArrayList<String>();
        for (var text : Members.list(map, name)) {
            texts.add(String.valueOf(text));
        }
        return texts;
    }

    private static List<Map<String, Object>> objects(Map<String, Object> map, String name) throws MalformedException {
        var objects = new ArrayList<Map<String, Object>>();
        for (var object : Members.list(map, name)) {
            objects.add(Members.object(object, name));
        }
        return objects;
    }

    private static Judged judged(Map<String, Object> map) throws MalformedException {
        var metrics = new ArrayList<Judged.Metric>();
        for (var metric : objects(map, "metrics")) {
            metrics.add(new Judged.Metric(
                    Members.text(metric, "name"),
                    Members.text(metric, "verdict"),
                    (long) number(metric, "baselineBad"),
                    (long) number(metric, "baseline"),
                    (long) number(metric, "canaryBad"),
                    (long) number(metric, "canary"),
                    open(metric, "ratio"),
                    open(metric, "low"),
                    open(metric, "high")));
        }
        var gauges = new ArrayList<Judged.Gauge>();
        for (var gauge : objects(map, "gauges")) {
            gauges.add(new Judged.Gauge(
                    Members.text(gauge, "name"),
                    Members.text(gauge, "verdict"),
                    open(gauge, "difference"),
                    open(gauge, "low"),
                    open(gauge, "high"),
                    (int) number(gauge, "blocks")));
        }
        return new Judged(
                Members.text(map, "verdict"),
                Members.text(map, "sentence"),
                Members.text(map, "ruling"),
                metrics,
                gauges);
    }

    private static PolicyDecision decision(Map<String, Object> map) throws MalformedException {
        var results = new ArrayList<RuleResult>();
        for (var result : objects(map, "results")) {
            var values = new ArrayList<RuleResult.Value>();
            for (var value : objects(result, "values")) {
                values.add(new RuleResult.Value(Members.text(value, "path"), Members.text(value, "value")));
            }
            results.add(new RuleResult(
                    Members.text(result, "policy"),
                    Members.text(result, "title"),
                    Policy.Severity.valueOf(Members.text(result, "severity")),
                    RuleResult.Outcome.valueOf(Members.text(result, "outcome")),
                    Members.text(result, "reason"),
                    values,
                    ""));
        }
        return new PolicyDecision(
                Members.text(map, "engine"),
                digest(map, "rules"),
                Instant.parse(Members.text(map, "at")),
                results,
                Members.text(map, "fault"));
    }

    private static List<ChecklistRow> rows(Map<String, Object> map) throws MalformedException {
        var rows = new ArrayList<ChecklistRow>();
        for (var row : objects(map, "checklist")) {
            rows.add(new ChecklistRow(
                    Members.text(row, "id"),
                    Members.text(row, "question"),
                    ChecklistRow.Status.valueOf(Members.text(row, "status")),
                    Members.text(row, "evidence")));
        }
        return rows;
    }
}
