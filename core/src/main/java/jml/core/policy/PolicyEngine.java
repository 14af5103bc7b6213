package jml.core.policy;

import jml.core.source.SourceException;

/// Decides whether rules allow an act, and says why. Calls may block and be interrupted. Ask through
/// [PolicyGate], which answers also when the engine does not.
public interface PolicyEngine {
    PolicyDecision decide(PolicyInput input) throws SourceException, InterruptedException;

    /// Which engine with which rules, for people: "CEL, mission-checklists".
    String describe();
}
