package jml.core.fleet;

import jml.core.fleet.FleetEvent.Kind;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.text.Words;

/// What happened to a model's versions: deployments, roll-backs, weights, and the steps of a rollout.
final class ReleaseChanges {
    private final Change change;
    private final ModelFacts was;
    private final ModelFacts now;

    ReleaseChanges(Change change) {
        this.change = change;
        this.was = change.was();
        this.now = change.now();
    }

    void tell() {
        version();
        candidate();
        boolean moved = weight();
        rollout(moved);
    }

    private void version() {
        if (was.version().isEmpty() || now.version().isEmpty() || was.version().equals(now.version())) {
            return;
        }
        var text = Words.version(now.version());
        if (now.version().equals(was.candidate())) {
            change.told(Kind.ROLLOUT, text + FinishedRelease.SERVES_ALL, change.rolloutSince(), "all", now.version());
            return;
        }
        boolean back = earlier(now.version(), was.version());
        var placement = Change.main(now, Workload.Role.STABLE);
        change.deployed(
                back ? Kind.ROLLBACK : Kind.DEPLOY,
                back
                        ? text + FinishedRelease.SERVES_AGAIN + Words.version(was.version()) + "."
                        : text + " serves, in place of " + Words.version(was.version()) + ".",
                placement,
                now.version());
    }

    private void candidate() {
        if (was.candidate().equals(now.candidate())) {
            return;
        }
        var gone = Words.version(was.candidate());
        if (was.releasing() && !was.candidate().equals(now.version())) {
            if (now.releasing()) {
                change.told(
                        Kind.ROLLOUT,
                        "Canary " + gone + " gave way to " + Words.version(now.candidate()) + ".",
                        null,
                        "gave way",
                        was.candidate(),
                        now.candidate());
            } else {
                var rollout = now.rollout();
                var why = rollout != null && rollout.aborted() ? ": the rollout was aborted." : ".";
                change.told(
                        Kind.ROLLBACK,
                        "Canary " + gone + FinishedRelease.TAKEN_BACK + why,
                        change.rolloutSince(),
                        "back",
                        was.candidate(),
                        Change.revision(was, Workload.Role.CANARY));
            }
        }
        if (now.releasing()) {
            boolean back = earlier(now.candidate(), now.version());
            var at = Double.isFinite(now.candidateWeight()) ? " at " + Words.share(now.candidateWeight()) : "";
            change.deployed(
                    back ? Kind.ROLLBACK : Kind.DEPLOY,
                    back
                            ? Words.version(now.candidate()) + " is on its way back" + at + "."
                            : "Canary " + Words.version(now.candidate()) + " started" + at + ".",
                    Change.main(now, Workload.Role.CANARY),
                    now.candidate());
        }
    }

    private boolean weight() {
        double from = was.candidateWeight();
        double to = now.candidateWeight();
        boolean same = now.releasing() && was.candidate().equals(now.candidate());
        if (!same || !Double.isFinite(from) || !Double.isFinite(to) || Math.abs(to - from) < least()) {
            return false;
        }
        var text = "Canary " + Words.version(now.candidate()) + (to > from ? " raised" : " lowered") + " from "
                + Words.share(from) + " to " + Words.share(to) + ".";
        change.told(
                Kind.WEIGHT,
                text,
                change.rolloutSince(),
                now.candidate(),
                Change.revision(now, Workload.Role.CANARY),
                Math.round(to * 1000));
        return true;
    }

    // A Deployment's weight follows its pods, one by one.
    private double least() {
        var canary = Change.main(now, Workload.Role.CANARY);
        return canary != null && canary.kind() == Workload.Kind.DEPLOYMENT ? 0.05 : 0.005;
    }

    private void rollout(boolean moved) {
        var from = was.rollout();
        var to = now.rollout();
        if (from == null || to == null || !now.releasing() || !was.candidate().equals(now.candidate())) {
            return;
        }
        boolean phase = from.phase() != to.phase() || from.pause() != to.pause();
        if (!phase && (from.step() == to.step() || moved)) {
            return;
        }
        var what = "The rollout of " + Words.version(now.candidate());
        var at = to.step() < to.steps().size()
                ? " at step " + (to.step() + 1) + " of " + to.steps().size()
                : "";
        var text =
                switch (to.phase()) {
                    case PAUSED ->
                        to.pause() == Rollout.PauseReason.PERSON
                                ? what + " was paused by a person" + at + "."
                                : to.pause() == Rollout.PauseReason.INCONCLUSIVE
                                        ? what + " waits" + at + ": its analysis could not decide."
                                        : what + " waits" + at + ".";
                    case DEGRADED -> what + " does not go on" + at + ".";
                    case PROGRESSING -> what + (from.phase() == Rollout.Phase.PAUSED ? " goes on" : " is") + at + ".";
                    case HEALTHY -> what + " ended.";
                    case UNKNOWN -> "";
                };
        if (!text.isEmpty()) {
            change.told(
                    Kind.ROLLOUT,
                    text,
                    change.rolloutSince(),
                    now.candidate(),
                    Change.revision(now, Workload.Role.CANARY),
                    to.phase(),
                    to.step());
        }
    }

    private static boolean earlier(String version, String than) {
        try {
            return Long.parseLong(version) < Long.parseLong(than);
        } catch (NumberFormatException noNumbers) {
            // Names of versions have no order; a change between them is a deployment.
            return false;
        }
    }
}
