package jml.core.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jml.core.model.ModelKey;

/// What the journal and the record tell about one model: for the audit beside a release. Calls read the disk and block;
/// never on the FX thread. Safe from any thread.
public interface ReleaseAudit {
    /// @throws IOException when the journal cannot be read; without one everything is empty
    Found about(ModelKey model) throws IOException;

    /// Writes the whole journal as one page that says whether it verifies.
    ///
    /// @return the file that was written
    Path export() throws IOException;

    /// Where there is no journal: nothing is found, and nothing can be exported.
    static ReleaseAudit none() {
        return new ReleaseAudit() {
            @Override
            public Found about(ModelKey model) {
                var empty = new AuditReport(0, Optional.empty(), Optional.empty(), "", List.of());
                return new Found(List.of(), empty, List.of(), List.of());
            }

            @Override
            public Path export() throws IOException {
                throw new IOException("there is no journal");
            }
        };
    }

    /// @param records about the model, oldest first
    /// @param report of the whole journal
    /// @param changes that were seen of the model, oldest first
    /// @param aliases who held which when
    record Found(List<AuditRecord> records, AuditReport report, List<SeenChange> changes, List<AliasTerm> aliases) {
        public Found {
            records = List.copyOf(records);
            changes = List.copyOf(changes);
            aliases = List.copyOf(aliases);
        }
    }
}
