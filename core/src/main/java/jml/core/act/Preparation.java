package jml.core.act;

import java.util.List;

/// What the target's own system says of an act before it is sent. Nothing has been changed.
///
/// @param sentence what happens when it is sent, in one sentence: "v17 stops serving; v16 takes all traffic."
/// @param checks those that only this system can answer: permission, target, GitOps, capacity
/// @param request exactly what will be sent, a line each: `PATCH rollouts/fraud-scorer/status`, `test podHash = 7c9f4d`
public record Preparation(
        Act act, Sighting seen, String sentence, List<Check> checks, DryRun dryRun, List<String> request) {
    public Preparation {
        checks = List.copyOf(checks);
        request = List.copyOf(request);
    }
}
