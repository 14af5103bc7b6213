package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.signing.Sha256;
import jml.gameday.approval.EarlierApproval;

/// What a registry would hold of the simulated models at an instant.
final class SimulatedRegistry {
    /// Of the models that need approval, those that have it: one in service has not.
    private static final Set<String> APPROVED = Set.of("credit-underwriting");

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
            if (name.equals(first(row))) {
                row.approval().forEach(tags::putIfAbsent);
            }
            versions.add(new ModelVersion(
                    name,
                    revision.since(),
                    ModelVersion.Status.READY,
                    model.names().image() + ":" + name,
                    SimulatedRuns.id(model, name),
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

    private static String first(ModelRow row) {
        return row.story().changes().getFirst().setup().version();
    }

    /// What a decision made before the story begins left among a version's tags.
    static Map<String, String> approval(ModelRow row) {
        var model = row.model();
        var registry = model.names().registry();
        if (!APPROVED.contains(model.name()) || registry.isEmpty()) {
            return Map.of();
        }
        var version = first(row);
        return EarlierApproval.tags(
                registry,
                version,
                Sha256.ofHex(FactsOfModel.digest(model, version).substring("sha256:".length())),
                row.key().environment(),
                row.story().changes().getFirst().at());
    }
}
