package jml.gameday.act;

import static jml.gameday.act.WorkloadState.percent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.release.Workload;
import jml.gameday.SimulatedFleet;
import jml.gameday.plan.Stretches;

/// An act on a simulated workload.
record WorkloadDeed(SimulatedFleet fleet, WorkloadAct act) implements Deed {
    private WorkloadState state(Instant at) {
        return WorkloadState.of(fleet, act, at);
    }

    @Override
    public Optional<Check> obstacle(Instant now) {
        return WorkloadObstacles.of(act, state(now));
    }

    @Override
    public Sighting sighting(Instant now) {
        var state = state(now);
        return new Sighting(
                now,
                (act.target().kind() == Workload.Kind.ROLLOUT ? "Rollout " : "Deployment ")
                        + act.target().path(),
                Integer.toString(state.changes()),
                fields(state),
                notes(state));
    }

    // A step or a pause more does not change what an abort means, but it does what a promotion means.
    private SortedMap<String, String> fields(WorkloadState state) {
        var fields = new TreeMap<String, String>();
        fields.put("podHash", state.current());
        switch (act.verb()) {
            case Verb.Promote _ -> {
                fields.put("step", Integer.toString(state.step()));
                fields.put("pause", state.pause());
            }
            case Verb.Abort _, Verb.PromoteFully _, Verb.Undo _ -> fields.put("stable", state.stable());
            case Verb.Retry _ -> fields.put("aborted", Boolean.toString(state.aborted()));
            case Verb.Pause _, Verb.Resume _ -> fields.put("paused", Boolean.toString(state.paused()));
            case Verb.SetWeight _ -> fields.put("weight", percent(state.setup().weight()));
            case Verb.Scale _ ->
                fields.put("replicas", Integer.toString(state.setup().replicas()));
            case Verb.Restart _ -> {}
        }
        return fields;
    }

    private static SortedMap<String, String> notes(WorkloadState state) {
        var notes = new TreeMap<String, String>();
        notes.put("weight", percent(state.setup().weight()));
        notes.put("share", Double.toString(state.setup().weight()));
        notes.put("step", Integer.toString(state.step()));
        notes.put("stable", state.stable());
        notes.put("current", state.current());
        notes.put("replicas", Integer.toString(state.setup().replicas()));
        notes.put("paused", Boolean.toString(state.paused()));
        notes.put("aborted", Boolean.toString(state.aborted()));
        return notes;
    }

    @Override
    public Preparation prepare(Instant now) {
        var state = state(now);
        var seen = sighting(now);
        var outlook = new WorkloadOutlook(act, state);
        var checks = new ArrayList<Check>();
        checks.add(Check.ready(Subject.PERMISSION, "you may: the fleet is simulated"));
        checks.add(Check.ready(Subject.TARGET, standing(state, seen)));
        checks.add(Check.ready(Subject.DRY_RUN, "the simulated controller accepts it"));
        checks.add(Check.ready(Subject.GITOPS, "nothing puts it back to what a repository says"));
        if (act.verb() instanceof Verb.Scale) {
            checks.add(Check.toKnow(
                    Subject.CAPACITY, "what the autoscaler had planned for later does not happen", List.of()));
        }
        return new Preparation(act, seen, outlook.sentence(), checks, outlook.dryRun(), outlook.request(seen));
    }

    private static String standing(WorkloadState state, Sighting seen) {
        var rollout = state.facts().rollout();
        var step = rollout == null
                ? ""
                : ", step " + Math.min(rollout.step() + 1, rollout.steps().size()) + " of "
                        + rollout.steps().size();
        return seen.target() + step + ", version " + seen.version();
    }

    @Override
    public void happen(Instant at) {
        var follows = WorkloadPlan.of(state(at), act, at);
        fleet.retell(act.model().name(), story -> story.with(follows));
    }

    @Override
    public Effect effect(Instant at, Sighting before, Instant now) {
        var span = fleet.span();
        var story = fleet.story(act.model().name()).orElseThrow();
        var until = now.isBefore(at) ? at : now;
        var since = new ArrayList<WorkloadEffect.Since>();
        for (var stretch : Stretches.of(story, span).all()) {
            var start = span.instant(stretch.start());
            if (!start.isAfter(until) && stretch.end() > span.seconds(at)) {
                since.add(new WorkloadEffect.Since(start.isBefore(at) ? at : start, stretch));
            }
        }
        return WorkloadEffect.of(act, state(until), before, since);
    }
}
