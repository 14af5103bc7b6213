package jml.connectors.mlflow;

import java.util.List;
import java.util.Locale;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.ReadRequest;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.RegistryAct;
import jml.core.act.RegistryAct.Verb;
import jml.core.source.SourceException;

/// Whether the console's user may make a change, as far as MLflow tells. Most servers tell nothing before they refuse.
final class RegistryPermission {
    // In rising order; each includes those before it.
    private static final List<String> LEVELS = List.of("NO_PERMISSIONS", "READ", "USE", "EDIT", "MANAGE");

    private RegistryPermission() {}

    /// @param user as whom the console signs in; empty when it does not
    static Check check(JsonHttp http, RegistryAct act, String user) throws InterruptedException {
        var needed = needed(act.verb());
        if (user.isEmpty()) {
            return unknown("the console signs in as nobody that MLflow knows by name", needed);
        }
        var request = ReadRequest.get("api", "2.0", "mlflow", "registered-models", "permissions", "get")
                .with("name", act.registered())
                .with("username", user);
        try {
            var held = http.tree(request)
                    .path("registered_model_permission")
                    .path("permission")
                    .asText("");
            if (!LEVELS.contains(held)) {
                return unknown("MLflow answers \"" + held + "\"", needed);
            }
            return LEVELS.indexOf(held) >= LEVELS.indexOf(needed)
                    ? Check.ready(Subject.PERMISSION, user + " has " + held + " on " + act.registered())
                    : Check.stops(
                            Subject.PERMISSION,
                            user + " has " + held + " on " + act.registered() + ", and this needs " + needed,
                            List.of("Ask who manages " + act.registered() + " for " + needed));
        } catch (SourceException untold) {
            // Without the basic-auth app there is no such address, and with it only some may ask.
            return unknown(untold.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), needed);
        }
    }

    private static Check unknown(String why, String needed) {
        return Check.toKnow(
                Subject.PERMISSION,
                "unknown until it is sent (" + why + "); where MLflow keeps permissions, this needs " + needed,
                List.of());
    }

    /// Whoever may move an alias may not always take it away again.
    private static String needed(Verb verb) {
        return switch (verb) {
            case Verb.SetAlias _, Verb.SetTag _ -> "EDIT";
            case Verb.DeleteAlias _, Verb.DeleteTag _ -> "MANAGE";
        };
    }
}
