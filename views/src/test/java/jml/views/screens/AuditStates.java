package jml.views.screens;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jml.core.audit.ReleaseAudit;
import jml.core.model.ModelKey;
import jml.views.kit.screen.Link;
import jml.views.releases.Releases;
import jml.views.sample.SampleActs;
import jml.views.sample.SampleAudits;
import jml.views.sample.SampleConsole;

/// The states of a release's audit.
final class AuditStates {
    private static final Link HERE = Releases.audit(Link.START, SampleActs.FRAUD);

    private AuditStates() {}

    static void into(Map<String, Supplier<SampleConsole>> states) {
        states.put("audit-verified", () -> with(SampleAudits.verified()));
        states.put("audit-broken", () -> with(SampleAudits.broken()));
        states.put("audit-empty", () -> NamedStates.releases(HERE));
        states.put(
                "audit-gone", () -> NamedStates.releases(Releases.audit(Link.START, new ModelKey("prod-eu", "gone"))));
        states.put("audit-failed", AuditStates::failed);
    }

    private static SampleConsole with(ReleaseAudit.Found found) {
        return put(console -> console.audit.found = found);
    }

    private static SampleConsole failed() {
        return put(console -> console.audit.failure = new IOException("audit.jsonl: permission denied"));
    }

    private static SampleConsole put(Consumer<SampleConsole> what) {
        var console = NamedStates.releases(HERE);
        what.accept(console);
        return console;
    }
}
