package jml.connectors.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jml.core.signing.ArtifactFile;
import org.jspecify.annotations.Nullable;

/// A model's folder on this machine, read to be held against its signature. Every file is hashed, however large.
///
/// @param bundle the signature's file; null when there is none
public record ModelFolder(byte @Nullable [] bundle, List<ArtifactFile> files) {
    /// A signature names each file with some 150 bytes.
    public static final int LARGEST_BUNDLE = 16 << 20;

    public ModelFolder {
        files = List.copyOf(files);
    }

    /// @param signature null for the one in the folder
    public static ModelFolder read(Path folder, @Nullable Path signature) throws IOException {
        var bundle = signature == null ? folder.resolve(ArtifactFile.SIGNATURE) : signature;
        byte[] signed = signature == null && !Files.exists(bundle) ? null : bounded(bundle);
        var files = new ArrayList<ArtifactFile>();
        try (var walk = Files.walk(folder)) {
            for (var path : (Iterable<Path>) walk::iterator) {
                if (!path.equals(bundle) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file(folder, path));
                }
            }
        }
        return new ModelFolder(signed, files);
    }

    private static ArtifactFile file(Path folder, Path path) throws IOException {
        var name = folder.relativize(path).toString().replace('\\', '/');
        boolean link = Files.isSymbolicLink(path);
        if (!Files.isRegularFile(path)) {
            return new ArtifactFile(name, null, -1, link); // a broken link, one to a folder, a device
        }
        try (var bytes = Files.newInputStream(path)) {
            var read = BoundedDigest.of(bytes, Long.MAX_VALUE).orElseThrow();
            return new ArtifactFile(name, read.digest(), read.bytes(), link);
        }
    }

    private static byte[] bounded(Path bundle) throws IOException {
        try (var bytes = Files.newInputStream(bundle)) {
            var read = bytes.readNBytes(LARGEST_BUNDLE + 1);
            if (read.length > LARGEST_BUNDLE) {
                throw new IOException(bundle + " is larger than " + LARGEST_BUNDLE + " bytes");
            }
            return read;
        }
    }
}
