package jml.gameday.traffic;

import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.plan.Stretch;

/// One version of a model while it serves, with what it has counted since it began to.
///
/// @param canary true for the candidate of a rollout
/// @param weight its share of the model's traffic, 0..1
/// @param whole the figures of the whole model
/// @param own the figures of this version
/// @param ageSeconds how long ago all of this was true
public record Served(
        SimulatedModel model,
        String version,
        boolean canary,
        double weight,
        Stretch stretch,
        Edges edges,
        Tally tally,
        Measures whole,
        Measures own,
        int ageSeconds) {}
