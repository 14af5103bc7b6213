package jml.connectors.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.ReadRequest;
import jml.core.act.RegistryAct;
import jml.core.act.RegistryAct.Verb;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// What an act on the registry is about, as the registry holds it now.
///
/// @param value where the alias points, or what the tag says; null when there is no such alias or tag
/// @param status of the version that the act names, in MLflow's words; empty when it names none or none is there
record RegistryState(@Nullable String value, String status) {

    static RegistryState read(JsonHttp http, RegistryAct act) throws SourceException, InterruptedException {
        return switch (act.verb()) {
            case Verb.SetAlias set ->
                new RegistryState(alias(http, act, set.alias()), status(version(http, act, set.version())));
            case Verb.DeleteAlias delete -> new RegistryState(alias(http, act, delete.alias()), "");
            case Verb.SetTag set -> tag(version(http, act, set.version()), set.key());
            case Verb.DeleteTag delete -> tag(version(http, act, delete.version()), delete.key());
        };
    }

    /// What the state is of: `alias champion`, `tag jml.approved of v3`.
    static String name(Verb verb) {
        return switch (verb) {
            case Verb.SetAlias set -> "alias " + set.alias();
            case Verb.DeleteAlias delete -> "alias " + delete.alias();
            case Verb.SetTag set -> "tag " + set.key() + " of v" + set.version();
            case Verb.DeleteTag delete -> "tag " + delete.key() + " of v" + delete.version();
        };
    }

    /// Empty when the act takes it away.
    static Optional<String> wanted(Verb verb) {
        return switch (verb) {
            case Verb.SetAlias set -> Optional.of(set.version());
            case Verb.SetTag set -> Optional.of(set.value());
            case Verb.DeleteAlias _, Verb.DeleteTag _ -> Optional.empty();
        };
    }

    private static @Nullable String alias(JsonHttp http, RegistryAct act, String alias)
            throws SourceException, InterruptedException {
        var model = http.tree(api("registered-models").with("name", act.registered()))
                .path("registered_model");
        for (var each : model.path("aliases")) {
            if (each.path("alias").asText().equals(alias)) {
                return each.path("version").asText();
            }
        }
        return null;
    }

    private static JsonNode version(JsonHttp http, RegistryAct act, String version)
            throws SourceException, InterruptedException {
        return http.tree(api("model-versions").with("name", act.registered()).with("version", version))
                .path("model_version");
    }

    // A version that nobody uploads to is READY without saying so.
    private static String status(JsonNode version) {
        return version.path("status").asText("READY");
    }

    private static RegistryState tag(JsonNode version, String key) {
        for (var each : version.path("tags")) {
            if (each.path("key").asText().equals(key)) {
                return new RegistryState(each.path("value").asText(""), status(version));
            }
        }
        return new RegistryState(null, status(version));
    }

    private static ReadRequest api(String resource) {
        return ReadRequest.get("api", "2.0", "mlflow", resource, "get");
    }
}
