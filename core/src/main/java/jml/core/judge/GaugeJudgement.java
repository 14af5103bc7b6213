package jml.core.judge;

/// What the judge found on a gauge.
///
/// @param difference canary less baseline, in the metric's unit; NaN before there are blocks
/// @param low, high interval of the difference, which holds at every look (95 %)
/// @param blockMinutes minutes averaged into one block, so that blocks hardly hang together in time
/// @param blocks compared
/// @param decidedAt minutes after which the verdict stood; 0 while undecided
public record GaugeJudgement(
        GaugeMetric metric,
        MetricJudgement.Verdict verdict,
        double difference,
        double low,
        double high,
        int blockMinutes,
        int blocks,
        int decidedAt) {}
