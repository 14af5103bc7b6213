package jml.app.connect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.app.profile.Profile;
import jml.app.profile.ProfileFile;
import jml.connectors.kubernetes.Kubeconfigs;
import jml.core.model.Environment;
import jml.core.source.Connections;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;

/// The connections of the profile that runs. A change is written to the profile's file first and takes effect after.
public final class ProfileConnections implements Connections {
    private final Path data;
    private final InstantSource clock;
    private final Listener changed;
    private volatile Profile profile;

    /// Told after a change is in the profile's file.
    @FunctionalInterface
    public interface Listener {
        /// May block.
        ///
        /// @param source whose settings changed
        /// @param what names of what changed and how, never a value
        void changed(Profile profile, String source, Map<String, String> what);
    }

    /// @param data where a profile without a file is kept once it has sources
    public ProfileConnections(Profile profile, Path data, InstantSource clock, Listener changed) {
        this.profile = profile;
        this.data = data;
        this.clock = clock;
        this.changed = changed;
    }

    @Override
    public List<Environment> environments() {
        return profile.environments();
    }

    @Override
    public List<SourceSettings> sources() {
        return profile.sources();
    }

    @Override
    public List<ClusterContext> contexts() throws SourceException {
        return Kubeconfigs.usual("kubeconfig").contexts();
    }

    @Override
    public Report test(SourceSettings settings) throws InterruptedException {
        return new SourceTest(new SourceWiring(profile.severity(), clock), clock).run(settings);
    }

    @Override
    public synchronized void save(SourceSettings settings) throws IOException {
        var sources = new ArrayList<>(profile.sources());
        int at = indexOf(sources, settings.name());
        var what = at < 0 ? SettingsWords.added(settings) : SettingsWords.changed(sources.get(at), settings);
        if (at < 0) {
            sources.add(settings);
        } else {
            sources.set(at, settings);
        }
        apply(sources, settings.environment());
        changed.changed(profile, settings.name(), what);
    }

    @Override
    public synchronized void remove(String name) throws IOException {
        var sources = new ArrayList<>(profile.sources());
        sources.removeIf(source -> source.name().equals(name));
        apply(sources, "");
        changed.changed(profile, name, SettingsWords.removed());
    }

    private void apply(List<SourceSettings> sources, String environment) throws IOException {
        var file = profile.file() == null ? data.resolve("profile.yaml") : profile.file();
        var next = profile.withSources(file, sources, environment);
        ProfileFile.write(next, file);
        profile = next;
    }

    private static int indexOf(List<SourceSettings> sources, String name) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
