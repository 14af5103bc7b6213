package jml.app.approval;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import jml.app.profile.Governance;
import jml.app.profile.Profile;
import jml.connectors.http.Access;
import jml.connectors.opa.OpaPolicyEngine;
import jml.connectors.policy.PolicyFile;
import jml.connectors.policy.PolicyFileException;
import jml.core.policy.CelPolicyEngine;
import jml.core.policy.PolicyDecision;
import jml.core.policy.PolicyEngine;
import jml.core.policy.PolicyInput;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/// The rules that a profile names, read at the first question. Rules that cannot be read or do not compile allow
/// nothing, and say where they are wrong.
public final class ProfilePolicies implements PolicyEngine {
    // The address of a rule in an Open Policy Agent.
    private static final Pattern OPA = Pattern.compile("(https?://[^/]+(?:/.*)?)/v1/data/(.+?)/?");

    private final String name;
    private final @Nullable Path file;
    private @Nullable PolicyEngine engine;

    private ProfilePolicies(String name, @Nullable Path file) {
        this.name = name;
        this.file = file;
    }

    /// Empty when the profile names none.
    public static Optional<PolicyEngine> of(Profile profile) {
        var name = profile.governance().policies();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (OPA.matcher(name).matches()) {
            return Optional.of(new ProfilePolicies(name, null));
        }
        var kept = profile.file();
        var file = kept == null ? Path.of(name) : kept.resolveSibling(name);
        return Optional.of(new ProfilePolicies(name, name.equals(Governance.BUILT_IN) ? null : file));
    }

    @Override
    public PolicyDecision decide(PolicyInput input) throws SourceException, InterruptedException {
        return engine().decide(input);
    }

    @Override
    public String describe() {
        return (OPA.matcher(name).matches() ? "OPA, " : "CEL, ") + name;
    }

    private synchronized PolicyEngine engine() throws SourceException {
        var made = engine;
        var remote = OPA.matcher(name);
        if (made == null && remote.matches()) {
            made = OpaPolicyEngine.at(remote.group(1), remote.group(2), Access.open());
            engine = made;
        }
        if (made == null) {
            try {
                made = new CelPolicyEngine(file == null ? PolicyFile.builtIn() : PolicyFile.read(file));
            } catch (PolicyFileException e) {
                throw new SourceException(name, Kind.MISCONFIGURED, String.valueOf(e.getMessage()), e);
            }
            engine = made;
        }
        return made;
    }
}
