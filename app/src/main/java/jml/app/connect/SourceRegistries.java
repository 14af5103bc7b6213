package jml.app.connect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.app.profile.Profile;
import jml.core.approval.ArtifactVerification;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings.Product;
import jml.engine.approval.Registries;
import jml.engine.approval.TrustedKeys;
import jml.engine.collect.Collector;
import jml.engine.source.OnDemand;
import jml.store.audit.StrictJson;

/// The registries of a profile, connected when something is first asked of one beyond its poll.
public final class SourceRegistries implements Registries {
    private final Collector collector;
    private final Map<String, ModelRegistry> bySource = new HashMap<>();
    private final Map<String, ArtifactSignatures> signatures = new HashMap<>();

    /// @param trusted whose signatures of artifacts count
    public SourceRegistries(Profile profile, SourceWiring wiring, Collector collector, TrustedKeys trusted) {
        this.collector = collector;
        for (var source : profile.sources()) {
            if (source.product() == Product.MLFLOW) {
                bySource.put(source.name(), new Late(new OnDemand<>(() -> wiring.registry(source))));
                signatures.put(source.name(), (model, version) -> wiring.signatures(
                                source, new ArtifactVerification(trusted.all(), new StrictJson()))
                        .of(model, version));
            }
        }
    }

    @Override
    public Optional<ModelRegistry> connected(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    @Override
    public Optional<ArtifactSignatures> signatures(String source) {
        return Optional.ofNullable(signatures.get(source));
    }

    @Override
    public Optional<RegisteredModel> polled(String source, String model) {
        return collector.registered(source, model);
    }

    private record Late(OnDemand<ModelRegistry> opening) implements ModelRegistry {
        @Override
        public List<RegisteredModel> models() throws SourceException, InterruptedException {
            return opening.get().models();
        }

        @Override
        public Optional<ModelVersion> version(String model, String version)
                throws SourceException, InterruptedException {
            return opening.get().version(model, version);
        }

        @Override
        public Optional<Run> run(String runId) throws SourceException, InterruptedException {
            return opening.get().run(runId);
        }

        @Override
        public Optional<Signature> signature(String model, String version)
                throws SourceException, InterruptedException {
            return opening.get().signature(model, version);
        }

        @Override
        public String describe() throws SourceException, InterruptedException {
            return opening.get().describe();
        }
    }
}
