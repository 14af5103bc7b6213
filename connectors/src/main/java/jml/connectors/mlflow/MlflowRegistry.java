package jml.connectors.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jml.connectors.http.Answer;
import jml.connectors.http.BodyDecoder;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.ReadRequest;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;

/// The registry of one MLflow server, 2.x or 3.x, over its REST API. Reads only, one request at a time.
///
/// Every [#models()] reads everything: a moved alias and a changed tag touch no timestamp of a model or version
/// (seen in 2.22.5 and 3.17.2), so that reading only what is newer would miss exactly what matters. A model that
/// is as it was is given as the same instance again.
public final class MlflowRegistry implements ModelRegistry {
    // MLflow allows 1,000; 2.x needs up to 15 ms of its one worker for each model.
    private static final int MODELS_A_PAGE = 500;
    private static final int VERSIONS_A_PAGE = 5000;
    private static final int LONGEST_VERSION_TEXT = 100;
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+[\\w.+-]*");

    private final JsonHttp http;
    private volatile Catalogue last = Catalogue.EMPTY;

    /// @param http to the address that `api/2.0/mlflow` stands under; a workspace is a header of its access
    public MlflowRegistry(JsonHttp http) {
        this.http = http;
    }

    @Override
    public List<RegisteredModel> models() throws SourceException, InterruptedException {
        var previous = last;
        // In this order: a version registered meanwhile is then found among its model's latest.
        var versions = versionPages();
        var models = modelPages();
        var read = Catalogue.of(models, versions, previous);
        // Pages are counted from the start, so a model deleted meanwhile hides the first one of the next page. What
        // stays hidden is what this user may not read, since MLflow lists the versions of every model to everyone.
        if (models.size() > 1 && !previous.hidden().containsAll(read.hidden())) {
            read = Catalogue.of(modelPages(), versions, previous);
        }
        last = read;
        return read.models();
    }

    /// One request.
    @Override
    public Optional<ModelVersion> version(String model, String version) throws SourceException, InterruptedException {
        if (model.isBlank() || version.isBlank()) {
            return Optional.empty();
        }
        var request = api("model-versions", "get")
                .with("name", model)
                .with("version", version)
                .tolerating(404);
        return found(request, ask(() -> http.ask(request, Wire.VersionAnswer.class)))
                .map(it -> Catalogue.version(it.version()));
    }

    @Override
    public Optional<Run> run(String runId) throws SourceException, InterruptedException {
        if (runId.isBlank()) {
            return Optional.empty();
        }
        var request = api("runs", "get").with("run_id", runId).tolerating(404);
        var answer = ask(() -> http.ask(request, Wire.RunAnswer.class));
        return found(request, answer).map(it -> Runs.toRun(it.run()));
    }

    @Override
    public Optional<Signature> signature(String model, String version) throws SourceException, InterruptedException {
        var request = ReadRequest.get("model-versions", "get-artifact")
                .with("name", model)
                .with("version", version)
                .with("path", "MLmodel")
                .tolerating(404, 500);
        BodyDecoder<Optional<Signature>> decoder = MlmodelFile::signature;
        return found(request, ask(() -> http.ask(request, decoder))).flatMap(Function.identity());
    }

    /// Asks for a model as well, because the version is told even to those who may see nothing else.
    @Override
    public String describe() throws SourceException, InterruptedException {
        var version = version();
        var anyModel = api("registered-models", "search").with("max_results", "1");
        ask(() -> http.read(anyModel, Wire.ModelPage.class));
        return version.map(it -> "MLflow " + it).orElse("MLflow that does not tell its version, read as 2.x");
    }

    private Optional<String> version() throws SourceException, InterruptedException {
        BodyDecoder<String> decoder =
                body -> new String(body.readNBytes(LONGEST_VERSION_TEXT), StandardCharsets.UTF_8).strip();
        try {
            var answer = http.ask(ReadRequest.get("version").tolerating(404), decoder);
            return Optional.ofNullable(answer.body()).filter(VERSION.asMatchPredicate());
        } catch (SourceException page) {
            if (page.kind() == Kind.SIGN_IN_NEEDED) {
                // Some answer unknown paths with their start page; if it is a sign-in page, the next request fails.
                return Optional.empty();
            }
            throw page;
        }
    }

    private List<Wire.ModelPage> modelPages() throws SourceException, InterruptedException {
        var request = api("registered-models", "search")
                .with("max_results", String.valueOf(MODELS_A_PAGE))
                .with("order_by", "name ASC");
        return pages(request, Wire.ModelPage.class, Wire.ModelPage::nextPageToken);
    }

    // By name, since the default order, last changed first, moves rows from page to page while they are read.
    private List<Wire.VersionPage> versionPages() throws SourceException, InterruptedException {
        var request = api("model-versions", "search")
                .with("max_results", String.valueOf(VERSIONS_A_PAGE))
                .with("order_by", "name ASC")
                .with("order_by", "version_number DESC");
        return pages(request, Wire.VersionPage.class, Wire.VersionPage::nextPageToken);
    }

    /// A short page, even an empty one, is not the last: models that may not be read are taken out of it.
    private <P> List<P> pages(ReadRequest first, Class<P> type, Function<P, String> nextToken)
            throws SourceException, InterruptedException {
        var pages = new ArrayList<P>();
        var tokens = new HashSet<String>();
        for (var request = first; ; ) {
            var asked = request;
            P page = ask(() -> http.read(asked, type));
            pages.add(page);
            var token = nextToken.apply(page);
            if (token.isEmpty()) {
                return pages;
            }
            if (!tokens.add(token)) {
                throw failure(Kind.BAD_ANSWER, first, "next_page_token: came twice, " + token);
            }
            request = first.with("page_token", token);
        }
    }

    private <T> Optional<T> found(ReadRequest request, Answer<T> answer) throws SourceException {
        if (answer.hasBody()) {
            return Optional.of(answer.require());
        }
        if (answer.words().startsWith("RESOURCE_DOES_NOT_EXIST")) {
            return Optional.empty();
        }
        var hint = answer.status() == 500 ? "; MLflow 2.x answers so when the files of a version are gone" : "";
        throw failure(Kind.REFUSED, request, answer.status() + " " + answer.words() + hint);
    }

    private <T> T ask(Question<T> question) throws SourceException, InterruptedException {
        try {
            return question.answer();
        } catch (SourceException refused) {
            if (!String.valueOf(refused.getMessage()).contains("Invalid Host header")) {
                throw refused;
            }
            throw new SourceException(
                    http.source(),
                    Kind.FORBIDDEN,
                    refused.getMessage() + "; MLflow 3.5 and later answer only to host names they know: start it with"
                            + " --allowed-hosts naming the host in this source's base URL",
                    refused);
        }
    }

    private SourceException failure(Kind kind, ReadRequest request, String what) {
        return new SourceException(
                http.source(), kind, http.source() + ": " + String.join("/", request.segments()) + ": " + what);
    }

    private static ReadRequest api(String resource, String verb) {
        return ReadRequest.get("api", "2.0", "mlflow", resource, verb);
    }

    private interface Question<T> {
        T answer() throws SourceException, InterruptedException;
    }
}
