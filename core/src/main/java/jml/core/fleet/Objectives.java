package jml.core.fleet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.ModelKey;
import jml.core.model.ModelPattern;

/// Which lines a model must keep: the mission's targets, and what a profile says of some models. Immutable.
///
/// @param everywhere at most one an SLI
/// @param rules tried in order; for each SLI the first that names it counts
public record Objectives(List<Objective> everywhere, List<Rule> rules) {

    /// What a profile says of the models that match.
    ///
    /// @param environment empty means all
    /// @param model a name in which `*` stands for any characters
    /// @param none indicators that shall have no objective there
    public record Rule(String environment, String model, List<Objective> objectives, List<Sli> none) {
        public Rule {
            if (model.isEmpty()) {
                throw new IllegalArgumentException("a rule for objectives needs a model, or * for all");
            }
            objectives = List.copyOf(objectives);
            none = List.copyOf(none);
        }

        boolean matches(ModelKey key) {
            return new ModelPattern(environment, model).matches(key);
        }
    }

    public Objectives {
        everywhere = List.copyOf(everywhere);
        rules = List.copyOf(rules);
    }

    /// M1–M5, M7 and M8 of the mission. Minimum samples: enough for two bad events at twice the error budget
    /// (methods §1.10), except fidelity, where a true 97 % has to prove 95 % (§1.7), and drift (§3.5).
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

    /// These objectives, with a profile's rules before those already here.
    public Objectives withRules(List<Rule> more) {
        var all = new ArrayList<>(more);
        all.addAll(rules);
        return new Objectives(everywhere, all);
    }

    /// The model's objectives, in the order of [Sli].
    public List<Objective> of(ModelKey model) {
        if (rules.stream().noneMatch(rule -> rule.matches(model))) {
            return everywhere;
        }
        var chosen = new EnumMap<Sli, Objective>(Sli.class);
        var dropped = new ArrayList<Sli>();
        for (var rule : rules) {
            if (rule.matches(model)) {
                rule.objectives().stream()
                        .filter(it -> !dropped.contains(it.sli()))
                        .forEach(it -> chosen.putIfAbsent(it.sli(), it));
                rule.none().stream().filter(it -> !chosen.containsKey(it)).forEach(dropped::add);
            }
        }
        everywhere.stream().filter(it -> !dropped.contains(it.sli())).forEach(it -> chosen.putIfAbsent(it.sli(), it));
        return List.copyOf(chosen.values());
    }
}
