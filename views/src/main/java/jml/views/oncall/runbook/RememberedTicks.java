package jml.views.oncall.runbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jml.core.model.ModelKey;

/// Ticks kept while the console runs.
public final class RememberedTicks implements RunbookTicks {
    private record Place(ModelKey model, String runbook) {}

    private final Map<Place, Set<Integer>> ticks = new HashMap<>();

    @Override
    public Set<Integer> ticked(ModelKey model, String runbook) {
        return Set.copyOf(ticks.getOrDefault(new Place(model, runbook), Set.of()));
    }

    @Override
    public void tick(ModelKey model, String runbook, int step, boolean done) {
        var steps = ticks.computeIfAbsent(new Place(model, runbook), _ -> new TreeSet<>());
        if (done) {
            steps.add(step);
        } else {
            steps.remove(step);
        }
    }
}
