package jml.engine.collect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.registry.RegisteredModel;
import jml.engine.approval.UnapprovedFindings;

/// What all registries told last, by name; each is looked through when it is first asked for. One thread at a time.
final class RegisteredNow implements UnapprovedFindings.Told {
    private final List<EnvironmentReading> readings;
    private final Map<String, Map<String, RegisteredModel>> bySource = new HashMap<>();

    RegisteredNow(List<EnvironmentReading> readings) {
        this.readings = readings;
    }

    @Override
    public Optional<RegisteredModel> model(String source, String name) {
        return Optional.ofNullable(
                bySource.computeIfAbsent(source, this::byName).get(name));
    }

    @Override
    public boolean all(String environment) {
        return readings.stream()
                .filter(it -> it.environment().name().equals(environment))
                .flatMap(it -> it.registries().stream())
                .noneMatch(it -> it.answer().value().isEmpty());
    }

    private Map<String, RegisteredModel> byName(String source) {
        var models = new HashMap<String, RegisteredModel>();
        for (var reading : readings) {
            for (var registered : reading.registries()) {
                if (registered.source().equals(source)) {
                    registered.answer().value().forEach(model -> models.put(model.name(), model));
                }
            }
        }
        return models;
    }
}
