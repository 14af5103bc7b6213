package jml.views.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jml.core.act.ActionPath;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Hold;
import jml.core.act.Preflight;
import jml.core.act.Proposal;
import jml.core.fleet.FleetFeed;

/// Answers with what a test put in, and remembers what it was asked for.
public final class FakeActionPath implements ActionPath {
    public final List<Proposal> asked = new ArrayList<>();
    public final List<Confirmation> confirmed = new ArrayList<>();
    public final List<Confirmation> agreed = new ArrayList<>();
    public final List<UUID> cancelled = new ArrayList<>();
    public final List<UUID> finished = new ArrayList<>();
    public final List<Course> courses = new ArrayList<>();
    public final List<Hold> holds = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Preflight answer = SampleActs.ready();

    /// What the next preflight answers.
    public FakeActionPath answering(Preflight preflight) {
        answer = preflight;
        return this;
    }

    /// Puts a course in place of the one of the same proposal, and tells.
    public FakeActionPath running(Course course) {
        courses.removeIf(it -> it.proposal().id().equals(course.proposal().id()));
        courses.addFirst(course);
        listeners.forEach(Runnable::run);
        return this;
    }

    @Override
    public Preflight preflight(Proposal proposal) {
        asked.add(proposal);
        return new Preflight(proposal, answer.at(), answer.preparations(), answer.checks(), answer.confirm());
    }

    @Override
    public void confirm(Preflight preflight, Confirmation confirmation) {
        confirmed.add(confirmation);
    }

    @Override
    public void agree(UUID proposal, Confirmation confirmation) {
        agreed.add(confirmation);
    }

    @Override
    public boolean cancel(UUID proposal) {
        cancelled.add(proposal);
        return true;
    }

    @Override
    public void finish(UUID proposal, Confirmation confirmation) {
        finished.add(proposal);
    }

    @Override
    public void leave(UUID proposal, Confirmation confirmation) {
        courses.removeIf(it -> it.proposal().id().equals(proposal));
    }

    @Override
    public List<Course> courses() {
        return List.copyOf(courses);
    }

    @Override
    public List<Hold> holds() {
        return List.copyOf(holds);
    }

    @Override
    public void clear(Hold hold, Confirmation confirmation) {
        holds.remove(hold);
    }

    @Override
    public FleetFeed.Pin onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
