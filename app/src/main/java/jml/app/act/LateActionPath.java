package jml.app.act;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jml.core.act.ActionPath;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Hold;
import jml.core.act.Preflight;
import jml.core.act.Proposal;
import jml.core.fleet.FleetFeed;
import jml.core.judge.Ruling;
import jml.engine.Listeners;
import jml.engine.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/// The action path of the profile in use, for whoever is there before it is open, and when another takes its place.
/// What blocks waits until it is open; what is asked for at once is empty until then.
public final class LateActionPath implements ActionPath {
    private final Listeners listeners = new Listeners();
    private volatile CompletableFuture<ActionPath> opened = new CompletableFuture<>();
    private volatile @Nullable AuditTrail trail;
    private FleetFeed.Pin followed = () -> {};

    /// The same, and what it refuses people and shows them is written down.
    synchronized void open(ActionPath path, AuditTrail written) {
        trail = written;
        open(path);
    }

    /// Takes the place of the one before.
    public synchronized void open(ActionPath path) {
        followed.close();
        followed = path.onChange(listeners::tell);
        var waiting = opened;
        if (!waiting.complete(path)) {
            opened = CompletableFuture.completedFuture(path);
        }
        listeners.tell();
    }

    @Override
    public Preflight preflight(Proposal proposal) throws InterruptedException {
        var answered = opened.join().preflight(proposal);
        var written = trail;
        if (written != null) {
            written.asked(answered);
        }
        return answered;
    }

    @Override
    public void shown(Ruling ruling) {
        var written = trail;
        if (written != null) {
            written.saw(ruling);
        } else if (opened.isDone()) {
            opened.join().shown(ruling);
        }
    }

    @Override
    public void confirm(Preflight preflight, Confirmation confirmation) {
        opened.join().confirm(preflight, confirmation);
    }

    @Override
    public void agree(UUID proposal, Confirmation confirmation) {
        opened.join().agree(proposal, confirmation);
    }

    @Override
    public boolean cancel(UUID proposal) {
        return opened.join().cancel(proposal);
    }

    @Override
    public void finish(UUID proposal, Confirmation confirmation) {
        opened.join().finish(proposal, confirmation);
    }

    @Override
    public void leave(UUID proposal, Confirmation confirmation) {
        opened.join().leave(proposal, confirmation);
    }

    @Override
    public List<Course> courses() {
        return opened.isDone() ? opened.join().courses() : List.of();
    }

    @Override
    public List<Hold> holds() {
        return opened.isDone() ? opened.join().holds() : List.of();
    }

    @Override
    public void clear(Hold hold, Confirmation confirmation) {
        opened.join().clear(hold, confirmation);
    }

    @Override
    public FleetFeed.Pin onChange(Runnable listener) {
        return listeners.add(listener);
    }
}
