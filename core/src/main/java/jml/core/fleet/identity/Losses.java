package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.fleet.Unmatched;

/// Tells what of one environment belongs to no model, or to none that its registry has.
record Losses(Place place, Map<String, Draft> drafts) {
    private static final String UNREGISTERED = "no registered model has its name, labels or image";

    List<Unmatched> unmatched() {
        var suggestions = new Suggestions(place.registry.names());
        var lost = new ArrayList<Unmatched>();
        place.lostWorkloads.forEach((workload, reason) -> lost.add(unmatched(
                Unmatched.Kind.WORKLOAD,
                workload.path(),
                reason,
                suggestions.nearest(
                        workload.name(), place.workloadRules.naming().bare(workload.name())))));
        place.lostSeries.forEach((what, reason) -> lost.add(
                place.nameless.contains(what)
                        ? new Unmatched(Unmatched.Kind.SERIES, place.environment, what, reason, "")
                        : unmatched(Unmatched.Kind.SERIES, what, reason, suggestions.nearest(what, what))));
        if (place.registry.present()) {
            drafts.forEach((name, draft) -> {
                if (draft.registered == null && !draft.mapped) {
                    lost.add(unregistered(draft, suggestions.nearest(name, name)));
                }
            });
        }
        return lost;
    }

    private Unmatched unregistered(Draft draft, String suggestion) {
        if (!draft.workloads.isEmpty()) {
            return unmatched(Unmatched.Kind.WORKLOAD, draft.workloads.getFirst().path(), UNREGISTERED, suggestion);
        }
        var seen = draft.series.getFirst();
        var name = SeriesRules.Name.of(seen.preset(), seen.labels());
        return unmatched(
                Unmatched.Kind.SERIES,
                name == null ? draft.name : name.full(),
                "no registered model and no workload has its name",
                suggestion);
    }

    private Unmatched unmatched(Unmatched.Kind kind, String what, String reason, String model) {
        return new Unmatched(
                kind, place.environment, what, reason, new Mapping(place.environment, kind, what, model).line());
    }
}
