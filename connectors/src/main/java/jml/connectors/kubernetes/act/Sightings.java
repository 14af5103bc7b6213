package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;

/// Which parts of a workload an act depends on, and what is worth remembering of the rest.
final class Sightings {
    private final WorkloadAct act;
    private final WorkloadState state;
    private final SortedMap<String, String> fields = new TreeMap<>();

    private Sightings(WorkloadAct act, WorkloadState state) {
        this.act = act;
        this.state = state;
    }

    static Sighting of(WorkloadAct act, WorkloadState state, Instant at) {
        return new Sightings(act, state).sighting(at);
    }

    private Sighting sighting(Instant at) {
        if (state.isRollout()) {
            rolloutFields();
        } else {
            put("revision", WorkloadState.revision(state.object()));
            put("paused", String.valueOf(state.paused()));
        }
        if (act.verb() instanceof Verb.Scale) {
            put("replicas", String.valueOf(state.replicas()));
        }
        return new Sighting(at, state.words(), state.resourceVersion(patched()), fields, notes());
    }

    // A step or a pause more does not change what an abort means, but it does what a promotion means.
    private void rolloutFields() {
        put("podHash", state.current());
        switch (act.verb()) {
            case Verb.Promote _ -> {
                if (state.step() >= 0) {
                    put("step", String.valueOf(state.step()));
                }
                put("pause", state.pause());
            }
            case Verb.Abort _, Verb.PromoteFully _ -> put("stable", state.stable());
            case Verb.Retry _ -> put("aborted", String.valueOf(state.aborted()));
            case Verb.Pause _, Verb.Resume _ -> put("paused", String.valueOf(state.paused()));
            case Verb.Undo _ -> {
                put("stable", state.stable());
                var deployment = state.deployment();
                if (deployment != null) {
                    put("revision", WorkloadState.revision(deployment));
                }
            }
            case Verb.Restart _, Verb.Scale _, Verb.SetWeight _ -> {}
        }
    }

    private JsonNode patched() {
        var deployment = state.deployment();
        return deployment != null && act.verb() instanceof Verb.Undo ? deployment : state.object();
    }

    private SortedMap<String, String> notes() {
        var notes = new TreeMap<String, String>();
        notes.put("weight", WorkloadState.percent(state.weight()));
        notes.put("step", String.valueOf(state.step()));
        notes.put("stable", state.stable());
        notes.put("current", state.current());
        notes.put("replicas", String.valueOf(state.replicas()));
        notes.put("paused", String.valueOf(state.paused()));
        notes.put("aborted", String.valueOf(state.aborted()));
        var progress = state.progress();
        notes.put("phase", progress == null ? "" : progress.phase().name());
        return notes;
    }

    private void put(String name, String value) {
        fields.put(name, value);
    }
}
