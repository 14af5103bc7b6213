package jml.core.judge;

/// When one event metric alone would have been decided.
///
/// @param decidedAt intervals after which the verdict stood; 0 while undecided
public record Decision(MetricJudgement.Verdict verdict, int decidedAt) {}
