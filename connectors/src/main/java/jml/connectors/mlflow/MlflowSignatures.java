package jml.connectors.mlflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jml.connectors.http.BodyDecoder;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.ReadRequest;
import jml.connectors.http.UnreadableException;
import jml.connectors.signing.BoundedDigest;
import jml.connectors.signing.ModelFolder;
import jml.core.approval.ArtifactVerification;
import jml.core.registry.ArtifactSignature;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelVersion;
import jml.core.signing.ArtifactFile;
import jml.core.signing.UnsupportedSignatureException;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;

/// OpenSSF signatures (`model.sig`) of the versions of one MLflow server, and their files, read through the tracking
/// server, wherever it keeps them. Files are hashed as they arrive, the small ones first, and nothing is kept.
///
/// A key or certificate counts as of the instant at which the registry got the version.
public final class MlflowSignatures implements ArtifactSignatures {
    private final JsonHttp http;
    private final ArtifactVerification verification;
    private final Reach reach;

    /// How much is read for one answer; of what lies beyond, only the path is compared.
    ///
    /// @param fileBytes of one file
    /// @param allBytes of all files of a version
    public record Reach(long fileBytes, long allBytes) {}

    /// @param http whose limits allow an answer of [Reach#fileBytes()]
    public MlflowSignatures(JsonHttp http, ArtifactVerification verification, Reach reach) {
        this.http = http;
        this.verification = verification;
        this.reach = reach;
    }

    @Override
    public ArtifactSignature of(String model, ModelVersion version) throws SourceException, InterruptedException {
        byte[] bundle = null;
        var files = new ArrayList<ArtifactFile>();
        long left = reach.allBytes();
        var listed = new ArtifactListing(http).of(model, version);
        for (var file : smallFirst(listed)) {
            if (file.path().equals(ArtifactFile.SIGNATURE)) {
                bundle = bytes(model, version, file.path(), MlflowSignatures::bundle);
                continue;
            }
            var read = file.bytes() > Math.min(left, reach.fileBytes())
                    ? new ArtifactFile(file.path(), null, file.bytes(), false)
                    : hashed(model, version, file, Math.min(left, reach.fileBytes()));
            files.add(read);
            left -= read.digest() == null ? 0 : read.bytes();
        }
        try {
            return verification.check(bundle, files, version.createdAt());
        } catch (UnsupportedSignatureException e) {
            throw new SourceException(
                    http.source(),
                    Kind.BAD_ANSWER,
                    http.source() + ": " + model + " " + version.version() + ": " + e.getMessage(),
                    e);
        }
    }

    private static List<ArtifactListing.Listed> smallFirst(List<ArtifactListing.Listed> listed) {
        return listed.stream()
                .sorted(Comparator.comparingLong(ArtifactListing.Listed::bytes))
                .toList();
    }

    private ArtifactFile hashed(String model, ModelVersion version, ArtifactListing.Listed file, long most)
            throws SourceException, InterruptedException {
        BodyDecoder<Optional<BoundedDigest>> decoder = body -> BoundedDigest.of(body, most);
        return bytes(model, version, file.path(), decoder)
                .map(it -> new ArtifactFile(file.path(), it.digest(), it.bytes(), false))
                .orElseGet(() -> new ArtifactFile(file.path(), null, file.bytes(), false));
    }

    private <T> T bytes(String model, ModelVersion version, String path, BodyDecoder<T> decoder)
            throws SourceException, InterruptedException {
        var request = ReadRequest.get("model-versions", "get-artifact")
                .with("name", model)
                .with("version", version.version())
                .with("path", path);
        return http.ask(request, decoder).require();
    }

    private static byte[] bundle(InputStream body) throws IOException {
        var bytes = body.readNBytes(ModelFolder.LARGEST_BUNDLE + 1);
        if (bytes.length > ModelFolder.LARGEST_BUNDLE) {
            throw new UnreadableException(
                    ArtifactFile.SIGNATURE, "larger than " + ModelFolder.LARGEST_BUNDLE + " bytes");
        }
        return bytes;
    }
}
