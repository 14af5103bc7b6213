package jml.connectors.kubernetes;

import jml.core.source.SourceException;

/// Reads how to reach a cluster and as whom, anew each time: a person may have signed in since.
public interface ClusterLogin {
    Session login() throws SourceException, InterruptedException;
}
