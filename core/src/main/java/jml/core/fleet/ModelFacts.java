package jml.core.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// What is known of one model apart from its figures. Shared between snapshots while nothing changes.
///
/// @param owner team or person; empty when nothing tells
/// @param useCase what it is for ("fraud"); empty when nothing tells
/// @param registryName empty when no registry has it
/// @param registrySource name, in the profile, of the registry that has it; empty when none has
/// @param aliases alias to version, as the registry has them
/// @param version the one that serves; empty when nothing tells
/// @param candidate the version on its way in; empty when no rollout is under way
/// @param candidateWeight its share of traffic, 0..1; NaN when none
/// @param pausedBy why it stands still on purpose, in words for people; empty when it does not
/// @param objectives at most one an SLI
/// @param findings what does not fit together, one sentence each ("Alias champion points at v4, which was deleted.")
/// @param pods of all its workloads; pods of a server it shares are counted in full
/// @param resources of all its workloads; of a server that n models share, one nth
public record ModelFacts(
        ModelKey key,
        String owner,
        String useCase,
        String registryName,
        String registrySource,
        Map<String, String> aliases,
        String version,
        String candidate,
        double candidateWeight,
        List<Placement> placements,
        @Nullable Rollout rollout,
        PodCounts pods,
        Workload.Resources resources,
        String pausedBy,
        List<Objective> objectives,
        List<String> findings) {
    public ModelFacts {
        aliases = Map.copyOf(aliases);
        placements = List.copyOf(placements);
        objectives = List.copyOf(objectives);
        findings = List.copyOf(findings);
    }

    /// The same facts with other findings.
    public ModelFacts withFindings(List<String> others) {
        return with(placements, objectives, others);
    }

    /// The same facts with other objectives.
    public ModelFacts withObjectives(List<Objective> others) {
        return with(placements, others, findings);
    }

    /// The same facts of a model that runs elsewhere or otherwise.
    public ModelFacts withPlacements(List<Placement> others) {
        return with(others, objectives, findings);
    }

    private ModelFacts with(List<Placement> placed, List<Objective> kept, List<String> found) {
        return new ModelFacts(
                key,
                owner,
                useCase,
                registryName,
                registrySource,
                aliases,
                version,
                candidate,
                candidateWeight,
                placed,
                rollout,
                pods,
                resources,
                pausedBy,
                kept,
                found);
    }

    public boolean releasing() {
        return !candidate.isEmpty();
    }

    public Optional<Objective> objective(Sli sli) {
        for (var objective : objectives) {
            if (objective.sli() == sli) {
                return Optional.of(objective);
            }
        }
        return Optional.empty();
    }
}
