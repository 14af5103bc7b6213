package jml.core.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import jml.core.act.Proposal.Purpose;
import jml.core.act.WorkloadAct.Verb;
import jml.core.alert.Alert;
import jml.core.alert.Silence;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Placement;
import jml.core.fleet.identity.Tracks;
import jml.core.judge.Judgement.Verdict;
import jml.core.judge.Ruling;
import jml.core.model.Arm;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// What a person may do with a model now, and why not where not. Pure but for the ids; safe from any thread. Where a
/// registry's aliases go with the traffic, the traffic comes first: `docs/decisions`, "Traffic first, then the alias".
///
/// @param ids makes the ids of proposals and acts
/// @param servingAliases aliases that say which version should serve, as the profile names them
public record Offers(Supplier<UUID> ids, List<String> servingAliases) {
    public Offers {
        servingAliases = List.copyOf(servingAliases);
    }

    /// In the order of a row of buttons: the cure first. Empty when nothing connected can act on the model.
    ///
    /// @param ruling the judge's word on the version under way; empty when there is none
    public List<Offer> now(FleetSnapshot fleet, int row, Optional<Ruling> ruling) {
        var stand = Stand.of(fleet, row);
        var offers = new ArrayList<Offer>();
        var canary = stand.canary();
        var stable = stand.stable();
        if (canary != null && stable != null && stand.facts().releasing()) {
            release(stand, stable, canary, ruling, offers);
        } else if (stable != null) {
            settled(stand, stable, offers);
        }
        if (stable != null) {
            var restart = new Verb.Restart(fleet.at());
            offer(offers, stand, Purpose.RESTART, "Restart", act(stand, stable, restart));
        }
        return offers;
    }

    private void release(Stand stand, Placement stable, Placement canary, Optional<Ruling> ruling, List<Offer> offers) {
        var to = stand.facts().version();
        var cure = new ArrayList<Act>();
        cure.add(act(stand, canary, cure(stand, stable, canary)));
        cure.addAll(aliasesBack(stand, stand.facts().candidate(), to));
        offers.add(versioned(
                stand,
                Purpose.ROLL_BACK,
                "Roll back to " + Stand.named(to, stable.revision()),
                stand.facts().candidate(),
                to,
                "",
                cure));
        var rollout = stand.facts().rollout();
        if (canary.kind() == Workload.Kind.ROLLOUT && rollout != null && !stand.ownTrack(canary)) {
            forward(stand, canary, rollout, ruling, offers);
        }
    }

    // Two tracks of plain Deployments have no controller that moves traffic: the canary's pods are its traffic.
    private static Verb cure(Stand stand, Placement stable, Placement canary) {
        if (canary.kind() == Workload.Kind.ROLLOUT && !stand.ownTrack(canary)) {
            return new Verb.Abort(canary.hash());
        }
        return stand.ownTrack(canary) ? new Verb.Scale(0) : new Verb.Undo(stable.hash());
    }

    private void forward(Stand stand, Placement canary, Rollout rollout, Optional<Ruling> ruling, List<Offer> offers) {
        var version = Words.version(stand.facts().candidate());
        var judge = judge(ruling);
        var waits = judge.isEmpty() ? Stand.notWaiting(rollout) : judge;
        var step = new Verb.Promote(canary.hash(), rollout.step());
        offers.add(up(stand, Purpose.PROMOTE, "Promote " + version, waits, List.of(act(stand, canary, step))));
        var all = new ArrayList<Act>();
        all.add(act(stand, canary, new Verb.PromoteFully(canary.hash())));
        all.addAll(aliasesForward(stand));
        var paused = rollout.pause() == Rollout.PauseReason.PERSON ? "a person paused it, resume it first" : "";
        offers.add(up(
                stand, Purpose.PROMOTE_FULLY, "Promote " + version + " fully", judge.isEmpty() ? paused : judge, all));
        if (rollout.pause() == Rollout.PauseReason.PERSON) {
            offers.add(up(stand, Purpose.RESUME, "Resume", "", List.of(act(stand, canary, new Verb.Resume()))));
        } else {
            offer(offers, stand, Purpose.PAUSE, "Pause", act(stand, canary, new Verb.Pause()));
        }
    }

    private static String judge(Optional<Ruling> ruling) {
        return ruling.map(it -> it.judgement().verdict())
                .filter(it -> it == Verdict.ROLLBACK || it == Verdict.INVALID)
                .map(it -> "the judge says " + it)
                .orElse("");
    }

    private void settled(Stand stand, Placement stable, List<Offer> offers) {
        stand.aborted().ifPresent(aborted -> {
            var name = Stand.named(aborted.version(), aborted.revision());
            offers.add(versioned(
                    stand,
                    Purpose.RETRY,
                    "Try " + name + " again",
                    stand.facts().version(),
                    aborted.version(),
                    "",
                    List.of(act(stand, stable, new Verb.Retry(aborted.hash())))));
            offers.add(back(stand, stable, aborted.version(), here(stable)));
        });
        stand.before(stable)
                .forEach(it -> offers.add(back(stand, stable, stand.facts().version(), it)));
    }

    // After an abort the template still is the new one; bringing back the stable one makes the abort last.
    private static Placement.Earlier here(Placement stable) {
        return new Placement.Earlier(stable.hash(), stable.revision(), stable.version(), stable.since());
    }

    private Offer back(Stand stand, Placement stable, String from, Placement.Earlier to) {
        var acts = new ArrayList<Act>();
        acts.add(act(stand, stable, new Verb.Undo(to.hash())));
        if (!to.version().isEmpty()) {
            acts.addAll(aliasesBack(stand, from, to.version()));
        }
        var label = "Bring back " + Stand.named(to.version(), to.revision());
        return versioned(stand, Purpose.ROLL_BACK, label, from, to.version(), "", acts);
    }

    /// Changes the number of replicas of the stable version.
    public Offer scale(FleetSnapshot fleet, int row, int replicas) {
        var stand = Stand.of(fleet, row);
        var stable = stand.stable();
        var label = "Scale to " + Words.count(replicas, "replica");
        if (stable == null) {
            return new Offer(Purpose.SCALE, label, null, "No connected cluster runs it.");
        }
        return versioned(
                stand, Purpose.SCALE, label, "", "", "", List.of(act(stand, stable, new Verb.Scale(replicas))));
    }

    /// Points an alias at a version, whatever serves.
    public Offer moveAlias(FleetSnapshot fleet, int row, String alias, String version) {
        var stand = Stand.of(fleet, row);
        var label = "Move " + alias + " to " + Words.version(version);
        if (stand.facts().registrySource().isEmpty()) {
            return new Offer(Purpose.MOVE_ALIAS, label, null, "No registry has this model.");
        }
        var from = stand.facts().aliases().getOrDefault(alias, "");
        var acts = List.of(registry(stand, new RegistryAct.Verb.SetAlias(alias, version)));
        return versioned(stand, Purpose.MOVE_ALIAS, label, from, version, "", acts);
    }

    /// Keeps an alert quiet, with the labels that tell it from others as its matchers.
    ///
    /// @param comment why, in the person's words
    public Offer silence(FleetSnapshot fleet, int row, Alert alert, Instant until, String comment) {
        var stand = Stand.of(fleet, row);
        var matchers = new ArrayList<Silence.Matcher>();
        new TreeMap<>(alert.labels())
                .forEach((name, value) -> matchers.add(new Silence.Matcher(name, value, false, true)));
        if (matchers.isEmpty()) {
            matchers.add(new Silence.Matcher("alertname", alert.name(), false, true));
        }
        var create = new SilenceAct.Verb.Create(matchers, fleet.at(), until, comment);
        return quiet(stand, Purpose.SILENCE, "Silence " + alert.name(), alert, create);
    }

    public Offer extend(FleetSnapshot fleet, int row, Alert alert, String silence, Instant until) {
        var extend = new SilenceAct.Verb.Extend(silence, until);
        return quiet(Stand.of(fleet, row), Purpose.EXTEND_SILENCE, "Extend its silence", alert, extend);
    }

    public Offer expire(FleetSnapshot fleet, int row, Alert alert, String silence) {
        var expire = new SilenceAct.Verb.Expire(silence);
        return quiet(Stand.of(fleet, row), Purpose.EXPIRE_SILENCE, "End its silence", alert, expire);
    }

    private Offer quiet(Stand stand, Purpose purpose, String label, Alert alert, SilenceAct.Verb verb) {
        var act = new SilenceAct(ids.get(), stand.facts().key(), alert.source(), verb);
        return versioned(stand, purpose, label, "", "", "", List.of(act));
    }

    // What pointed at the version that goes: a serving alias follows the traffic, a canary's is taken off.
    private List<Act> aliasesBack(Stand stand, String from, String to) {
        var acts = new ArrayList<Act>();
        if (stand.aliasesCount() && !from.isEmpty()) {
            new TreeMap<>(stand.facts().aliases()).forEach((alias, version) -> {
                if (!version.equals(from)) {
                    return;
                }
                if (servingAliases.contains(alias) && !to.isEmpty()) {
                    acts.add(registry(stand, new RegistryAct.Verb.SetAlias(alias, to)));
                } else if (Tracks.arm(alias) == Arm.CANARY) {
                    acts.add(registry(stand, new RegistryAct.Verb.DeleteAlias(alias)));
                }
            });
        }
        return acts;
    }

    private List<Act> aliasesForward(Stand stand) {
        var acts = new ArrayList<Act>();
        var facts = stand.facts();
        if (stand.aliasesCount()) {
            new TreeMap<>(facts.aliases()).forEach((alias, version) -> {
                if (version.equals(facts.version()) && servingAliases.contains(alias)) {
                    acts.add(registry(stand, new RegistryAct.Verb.SetAlias(alias, facts.candidate())));
                }
            });
        }
        return acts;
    }

    private Act registry(Stand stand, RegistryAct.Verb verb) {
        var facts = stand.facts();
        return new RegistryAct(ids.get(), facts.key(), facts.registrySource(), facts.registryName(), verb);
    }

    private Act act(Stand stand, Placement placement, Verb verb) {
        return new WorkloadAct(ids.get(), stand.facts().key(), Stand.target(placement), verb);
    }

    private Offer up(Stand stand, Purpose purpose, String label, String reason, List<Act> acts) {
        return versioned(
                stand, purpose, label, stand.facts().version(), stand.facts().candidate(), reason, acts);
    }

    private void offer(List<Offer> offers, Stand stand, Purpose purpose, String label, Act act) {
        offers.add(versioned(stand, purpose, label, "", "", "", List.of(act)));
    }

    private Offer versioned(
            Stand stand, Purpose purpose, String label, String from, String to, String reason, List<Act> acts) {
        var why = refusal(stand, label, reason);
        if (why != null) {
            return new Offer(purpose, label, null, why);
        }
        var title = title(label, stand.facts().key().name());
        return new Offer(
                purpose, label, new Proposal(ids.get(), purpose, stand.facts().key(), title, from, to, acts), "");
    }

    private static @Nullable String refusal(Stand stand, String label, String reason) {
        if (!stand.closed().isEmpty()) {
            return stand.closed();
        }
        return reason.isEmpty() ? null : label + " is not allowed: " + reason + ".";
    }

    // "Roll back to v16" of a model is "Roll back fraud-scorer to v16".
    private static String title(String label, String model) {
        int to = label.indexOf(" to ");
        if (label.indexOf(' ') < 0) {
            return label + " " + model;
        }
        return to > 0 ? label.substring(0, to) + " " + model + label.substring(to) : label + " of " + model;
    }
}
