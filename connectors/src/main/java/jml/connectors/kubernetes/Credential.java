package jml.connectors.kubernetes;

import jml.core.source.SourceException;

/// What a request says about who asks. Client certificates are not here: they belong to the TLS handshake.
@FunctionalInterface
public interface Credential {
    /// Value of the Authorization header; empty when none is sent. May run a program and wait for it.
    String authorization() throws SourceException, InterruptedException;
}
