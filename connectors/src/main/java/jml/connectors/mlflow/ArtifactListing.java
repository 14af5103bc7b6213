package jml.connectors.mlflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.ReadRequest;
import jml.core.registry.ModelVersion;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;

/// Which files a version has, asked of the tracking server wherever it keeps them: by the logged model in MLflow 3, by
/// the run before that.
final class ArtifactListing {
    private static final int MOST_FILES = 10_000;
    private static final int MOST_REQUESTS = 1000;
    private static final String LOGGED = "models:/m-";

    private final JsonHttp http;
    private int requests;

    ArtifactListing(JsonHttp http) {
        this.http = http;
    }

    /// @param path from the version's folder
    /// @param bytes negative when the store does not tell
    record Listed(String path, long bytes) {}

    List<Listed> of(String model, ModelVersion version) throws SourceException, InterruptedException {
        if (version.source().startsWith(LOGGED)) {
            var id = version.source().substring("models:/".length());
            return all(
                    "",
                    folder -> withFolder(
                            ReadRequest.get("api", "2.0", "mlflow", "logged-models", id, "artifacts", "directories"),
                            "artifact_directory_path",
                            folder));
        }
        var request =
                ReadRequest.get("api", "2.0", "mlflow", "artifacts", "list").with("run_id", version.runId());
        return all(inRun(model, version, request), folder -> withFolder(request, "path", folder));
    }

    // The part of the version's address that comes after the run's.
    private String inRun(String model, ModelVersion version, ReadRequest request)
            throws SourceException, InterruptedException {
        var root = version.runId().isEmpty()
                ? ""
                : http.read(request, Wire.ArtifactPage.class).rootUri();
        if (root.isEmpty() || !version.source().startsWith(root + "/")) {
            throw failure(
                    Kind.REFUSED,
                    model + " " + version.version() + " lies at " + version.source()
                            + ", which is no folder of its run, and MLflow lists no others");
        }
        return version.source().substring(root.length() + 1);
    }

    private List<Listed> all(String root, Folder request) throws SourceException, InterruptedException {
        var files = new ArrayList<Listed>();
        var folders = new ArrayDeque<String>(List.of(root));
        var seen = new HashSet<String>(folders);
        while (!folders.isEmpty()) {
            for (var page = request.of(folders.remove()); page != null; ) {
                if (++requests > MOST_REQUESTS || files.size() > MOST_FILES) {
                    throw failure(Kind.BAD_ANSWER, "more than " + MOST_FILES + " files lie at " + root);
                }
                var answer = http.read(page, Wire.ArtifactPage.class);
                for (var file : answer.files()) {
                    if (!file.folder()) {
                        files.add(new Listed(relative(root, file.path()), file.size()));
                    } else if (seen.add(file.path())) {
                        folders.add(file.path());
                    }
                }
                page = answer.nextPageToken().isEmpty() || !seen.add("token " + answer.nextPageToken())
                        ? null
                        : page.with("page_token", answer.nextPageToken());
            }
        }
        return files;
    }

    private String relative(String root, String path) throws SourceException {
        if (root.isEmpty()) {
            return path;
        }
        if (!path.startsWith(root + "/")) {
            throw failure(Kind.BAD_ANSWER, "asked for the files at " + root + ", MLflow names " + path);
        }
        return path.substring(root.length() + 1);
    }

    private static ReadRequest withFolder(ReadRequest request, String name, String folder) {
        return folder.isEmpty() ? request : request.with(name, folder);
    }

    private SourceException failure(Kind kind, String what) {
        return new SourceException(http.source(), kind, http.source() + ": " + what);
    }

    private interface Folder {
        ReadRequest of(String path);
    }
}
