package jml.core.signing;

import org.jspecify.annotations.Nullable;

/// One file of a model's artifact, as it lies there.
///
/// @param path from the artifact's folder, with `/`
/// @param digest null when its bytes were not read
/// @param bytes its size; negative when not known
/// @param link true for a symbolic link, whose digest is the one of the file it leads to
public record ArtifactFile(String path, @Nullable Sha256 digest, long bytes, boolean link) {
    /// The name under which the tools keep a signature in the artifact's folder.
    public static final String SIGNATURE = "model.sig";

    public ArtifactFile {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a file without a path");
        }
    }
}
