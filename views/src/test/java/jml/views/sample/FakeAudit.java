package jml.views.sample;

import java.io.IOException;
import java.nio.file.Path;
import jml.core.audit.ReleaseAudit;
import jml.core.model.ModelKey;
import org.jspecify.annotations.Nullable;

/// An audit that a test puts in.
public final class FakeAudit implements ReleaseAudit {
    public @Nullable Found found;
    public @Nullable IOException failure;
    public int readings;

    @Override
    public Found about(ModelKey model) throws IOException {
        readings++;
        if (failure != null) {
            throw failure;
        }
        return found == null ? ReleaseAudit.none().about(model) : found;
    }

    @Override
    public Path export() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return Path.of("audit-20261111T143206Z.html");
    }
}
