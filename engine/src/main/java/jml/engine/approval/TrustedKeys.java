package jml.engine.approval;

import java.util.List;
import jml.core.approval.TrustedKey;
import jml.core.source.SourceException;

/// Whose signatures count, read anew each time: a key that is revoked counts for nothing from the next question on.
public interface TrustedKeys {
    /// @throws SourceException when the list cannot be read whole: then nobody is trusted
    List<TrustedKey> all() throws SourceException;
}
