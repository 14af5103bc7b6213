package jml.core.fleet;

import java.util.List;
import jml.core.metric.Objective;
import jml.core.metric.Sli;

/// Which lines a model must keep: the mission's targets, and what a profile says of some models. Immutable.
///
/// @param everywhere at most one an SLI
/// @param overrides tried in order; for each SLI the first that names it counts
public record Objectives(List<Objective> everywhere, List<Override> overrides) {

    /// What a profile says of the models that match.
    ///
    /// @param environment empty means all
    /// @param model a name in which `*` stands for any characters
    /// @param none indicators that shall have no objective there
    public record Override(String environment, String model, List<Objective> objectives, List<Sli> none) {
        public Override {
            objectives = List.copyOf(objectives);
            none = List.copyOf(none);
        }
    }

    public Objectives {
        everywhere = List.copyOf(everywhere);
        overrides = List.copyOf(overrides);
    }

    /// M1–M5, M7 and M8 of the mission. Minimum samples: two bad events at twice the error budget (methods §1.10),
    /// except fidelity, where a true 97 % has to prove 95 % (§1.7), and drift (§3.5).
    public static Objectives defaults() {
        return new Objectives(
                List.of(
                        Objective.atMost(Sli.LATENCY_P95, 0.2, 20),
                        Objective.atLeast(Sli.SUCCESS, 0.999, 1000),
                        Objective.atLeast(Sli.FIDELITY, 0.95, 331),
                        Objective.atMost(Sli.DRIFT, 0.2, 500),
                        Objective.atMost(Sli.MISSING_FEATURES, 0.001, 1000),
                        new Objective(Sli.UTILISATION, 0.6, 0.8, 0),
                        Objective.atMost(Sli.COLD_STARTS, 0.01, 100)),
                List.of());
    }

    /// The model's objectives, in the order of [Sli].
    public List<Objective> of(ModelKey model) {
        if (overrides.isEmpty()) {
            return everywhere;
        }
        return List.of();
    }
}
