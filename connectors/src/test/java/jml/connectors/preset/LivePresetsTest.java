package jml.connectors.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.prometheus.PrometheusStore;
import jml.connectors.prometheus.PrometheusStore.LongQueries;
import jml.core.source.SourceException;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Presets against the running servers of the lab (`eval "$(lab/env)"`).
@EnabledIfEnvironmentVariable(named = "JML_LAB_PROMETHEUS", matches = "http.+")
class LivePresetsTest {
    private static final Instant NOW = Instant.now();

    private static PrometheusStore store(String variable) throws SourceException {
        var http = JsonHttp.open("lab", System.getenv(variable), Access.open(), Limits.standard());
        return new PrometheusStore(http, LongQueries.POST, InstantSource.system());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JML_LAB_PROMETHEUS", "JML_LAB_PROMETHEUS3"})
    void theServerTakesEveryQueryOfEveryPreset(String variable) throws Exception {
        var store = store(variable);
        var refused = new ArrayList<String>();
        for (var preset : Presets.builtIn().all()) {
            for (var template : PresetProofTest.templates(preset).entrySet()) {
                for (var selector : List.of("", "job=~\".+\"")) {
                    var query = preset.query(
                            template.getValue(), template.getKey().byArm(), Duration.ofMinutes(5), selector);
                    try {
                        store.instant(query, NOW);
                    } catch (SourceException e) {
                        refused.add(preset.id() + " " + template.getKey() + ": " + e.getMessage());
                    }
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JML_LAB_PROMETHEUS", "JML_LAB_PROMETHEUS3"})
    void whatTheServerHasIsDetectedAndMeasured(String variable) throws Exception {
        var store = store(variable);
        var names = store.metricNames(Presets.builtIn().metricNamesRegex());
        for (var preset : Presets.builtIn().matching(names)) {
            int series = 0;
            for (var template : preset.values().values()) {
                series += store.instant(preset.query(template, false, Duration.ofHours(1), ""), NOW)
                        .size();
            }
            assertThat(series).as(preset.id()).isPositive();
        }
    }
}
