package jml.core.audit;

import java.util.List;
import java.util.Optional;

/// What checking a journal found.
///
/// @param lines how many lines were read
/// @param fault the first thing wrong; empty when the journal is as it was written
/// @param signed the newest checkpoint that a known key signed and that fits; what follows it is only chained
/// @param signer the verifier key (vkey) of that checkpoint; empty when there is none
/// @param remarks what a person should know although it proves nothing
public record AuditReport(
        long lines, Optional<AuditFault> fault, Optional<Checkpoint> signed, String signer, List<String> remarks) {
    public AuditReport {
        remarks = List.copyOf(remarks);
    }
}
