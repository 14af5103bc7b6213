package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;

/// What a registry would hold of the simulated models at an instant.
final class SimulatedRegistry {
    private SimulatedRegistry() {}

    /// By name; models without a registry name are left out.
    static List<RegisteredModel> at(List<ModelRow> rows, Instant at) {
        return rows.stream()
                .filter(row -> !row.model().names().registry().isEmpty())
                .map(row -> model(row, at))
                .sorted(Comparator.comparing(RegisteredModel::name))
                .toList();
    }

    private static RegisteredModel model(ModelRow row, Instant at) {
        var model = row.model();
        var versions = new ArrayList<ModelVersion>();
        row.story().revisions(at).forEach((name, revision) -> {
            var tags = new TreeMap<>(row.story().tags(name, at));
            if (!model.outside()) {
                tags.putIfAbsent("image.digest", FactsOfModel.digest(model, name));
            }
            versions.add(new ModelVersion(
                    name,
                    revision.since(),
                    ModelVersion.Status.READY,
                    model.names().image() + ":" + name,
                    "",
                    "",
                    tags));
        });
        Collections.reverse(versions);
        return new RegisteredModel(
                model.names().registry(),
                "",
                Map.of("owner", model.owner(), "use_case", model.useCase()),
                FactsOfModel.aliases(model, row.story().setup(at)),
                versions);
    }
}
