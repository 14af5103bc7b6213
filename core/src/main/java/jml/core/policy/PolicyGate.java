package jml.core.policy;

import jml.core.source.SourceException;

/// Asks an engine and fails closed: one that does not answer has allowed nothing.
public final class PolicyGate {
    private PolicyGate() {}

    /// Never an exception of the engine: [PolicyDecision.Outcome#NOT_DECIDED] says what was wrong with it.
    public static PolicyDecision ask(PolicyEngine engine, PolicyInput input) throws InterruptedException {
        try {
            return engine.decide(input);
        } catch (SourceException e) {
            var why = e.kind().word() + ": " + e.getMessage();
            return PolicyDecision.notDecided(engine.describe(), input.at(), why);
        }
    }
}
