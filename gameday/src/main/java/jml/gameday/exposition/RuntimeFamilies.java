package jml.gameday.exposition;

import java.util.List;
import jml.core.metric.Sli;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;
import jml.gameday.traffic.Tally.Entry;

/// Requests and durations under the names that serving runtimes give them.
final class RuntimeFamilies {
    private RuntimeFamilies() {}

    static List<Family> vllm() {
        var finished = "vllm:request_success_total";
        var latency = "vllm:e2e_request_latency_seconds";
        return List.of(
                Family.of(ServingRuntime.VLLM, finished, "counter", "Finished requests, by reason.", (lines, row) -> {
                    var tally = row.served().tally();
                    lines.count(finished, row, row.own(), ",finished_reason=\"stop\"", tally.get(Entry.SUCCESSES));
                    lines.count(finished, row, row.own(), ",finished_reason=\"error\"", tally.get(Entry.ERRORS));
                    lines.count(finished, row, row.own(), ",finished_reason=\"abort\"", tally.get(Entry.TIMEOUTS));
                }),
                Family.of(
                        ServingRuntime.VLLM,
                        latency,
                        "histogram",
                        "Latency of whole requests.",
                        (lines, row) -> lines.histogram(latency, row, row.own())));
    }

    static List<Family> triton() {
        var good = "nv_inference_request_success";
        var bad = "nv_inference_request_failure";
        var duration = "nv_inference_request_duration_us";
        var summary = "nv_inference_request_summary_us";
        return List.of(
                Family.of(
                        ServingRuntime.TRITON,
                        good,
                        "counter",
                        "Successful requests.",
                        (lines, row) -> lines.count(
                                good, row, row.own(), "", row.served().tally().get(Entry.SUCCESSES))),
                Family.of(ServingRuntime.TRITON, bad, "counter", "Failed requests.", (lines, row) -> {
                    var tally = row.served().tally();
                    lines.count(bad, row, row.own(), ",reason=\"BACKEND\"", tally.get(Entry.ERRORS));
                    lines.count(bad, row, row.own(), ",reason=\"CANCELED\"", tally.get(Entry.TIMEOUTS));
                }),
                Family.of(
                        ServingRuntime.TRITON,
                        duration,
                        "counter",
                        "Microseconds in requests.",
                        (lines, row) -> lines.count(
                                duration,
                                row,
                                row.own(),
                                "",
                                row.served().tally().get(Entry.DURATION_MICROS))),
                Family.of(ServingRuntime.TRITON, summary, "summary", "Microseconds of a request.", (lines, row) -> {
                    double p95 = row.served().own().value(Sli.LATENCY_P95) * 1e6;
                    if (!Double.isNaN(p95)) {
                        lines.gauge(summary, row, row.own(), ",quantile=\"0.95\"", p95);
                    }
                    lines.totals(summary, row, row.own(), 1);
                }));
    }

    static List<Family> mlserver() {
        var good = "model_infer_request_success_total";
        var bad = "model_infer_request_failure_total";
        var duration = "model_infer_request_duration";
        return List.of(
                Family.of(
                        ServingRuntime.MLSERVER,
                        good,
                        "counter",
                        "Successful requests.",
                        (lines, row) -> lines.count(
                                good, row, row.own(), "", row.served().tally().get(Entry.SUCCESSES))),
                Family.of(ServingRuntime.MLSERVER, bad, "counter", "Failed requests.", (lines, row) -> {
                    var tally = row.served().tally();
                    lines.count(bad, row, row.own(), "", tally.get(Entry.ERRORS) + tally.get(Entry.TIMEOUTS));
                }),
                Family.of(
                        ServingRuntime.MLSERVER,
                        duration,
                        "summary",
                        "Seconds of a request.",
                        (lines, row) -> lines.totals(duration, row, row.own(), 1e-6)));
    }
}
