package jml.engine.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jml.core.approval.Contribution;
import jml.core.approval.Evidence;
import jml.core.approval.EvidenceReading;
import jml.core.model.ModelKey;
import jml.core.signing.MalformedException;

/// What reviewers are shown, kept from one look to the next so that a decision stays bound to it. What somebody has
/// decided on goes before what this console froze by itself, because two people's decisions count together only on the
/// same evidence; what a person here froze anew goes before what is older.
final class FrozenEvidence {
    /// @param asked a person wanted it anew
    record Frozen(Evidence evidence, List<Contribution> contributions, boolean asked) {}

    private record Key(ModelKey model, String version) {}

    private final Map<Key, Frozen> byVersion = new HashMap<>();

    synchronized void keep(Candidate candidate, Frozen frozen) {
        byVersion.put(key(candidate), frozen);
    }

    synchronized Optional<Frozen> kept(Candidate candidate) {
        return Optional.ofNullable(byVersion.get(key(candidate)));
    }

    private static Key key(Candidate candidate) {
        return new Key(candidate.facts().key(), candidate.name());
    }

    /// The newest evidence that somebody who is trusted has decided on, as the version's tags keep it.
    static Optional<Evidence> decided(Candidate candidate, Decisions.Found found, Decisions decisions) {
        Evidence newest = null;
        for (var checked : found.checked()) {
            if (!checked.valid()) {
                continue;
            }
            var bound = checked.approval().orElseThrow().binding();
            var bytes = found.kept().evidence().get(bound.evidence());
            if (bytes == null
                    || !bound.scope()
                            .environment()
                            .equals(candidate.environment().name())) {
                continue;
            }
            try {
                var evidence = EvidenceReading.of(bytes, decisions.json());
                boolean fits = Objects.equals(bound.artifact(), evidence.artifact())
                        && evidence.scope().weight() == SignedApprovals.WHOLE
                        && evidence.version().equals(candidate.name());
                if (fits && (newest == null || evidence.frozenAt().isAfter(newest.frozenAt()))) {
                    newest = evidence;
                }
            } catch (MalformedException foreign) {
                // What cannot be shown whole is not offered for signing; the decision on it stands by itself.
            }
        }
        return Optional.ofNullable(newest);
    }
}
