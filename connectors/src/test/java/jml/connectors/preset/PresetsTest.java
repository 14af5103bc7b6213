package jml.connectors.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    private static final String SMALL = """
            id: mine
            runtime: mine
            source: here
            detect: [mine_total]
            labels:
              place: [namespace]
              model: [app]
              version: [tag]
            values:
              traffic: sum by ($by) (rate(mine_total{$sel}[$w]))
            """;

    static Stream<MetricPreset> presets() {
        return Presets.builtIn().all().stream();
    }

    @Test
    void everyRuntimeOfTheIssueHasAPreset() {
        assertThat(presets().map(MetricPreset::id))
                .contains(
                        "generic",
                        "kserve",
                        "seldon",
                        "triton",
                        "vllm",
                        "tensorflow-serving",
                        "torchserve",
                        "bentoml",
                        "mlserver",
                        "ray-serve",
                        "text-generation-inference",
                        "istio",
                        "knative",
                        "knative-opencensus",
                        "opentelemetry-http",
                        "opentelemetry-genai",
                        "dcgm",
                        "kubernetes",
                        "opencost")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatCannotBeMeasuredSaysWhyAndIsNotMeasured(MetricPreset preset) {
        assertThat(preset.unavailable().keySet())
                .doesNotContainAnyElementsOf(preset.values().keySet());
        assertThat(preset.samples().keySet()).isSubsetOf(preset.values().keySet());
        var serving = !Set.of("dcgm", "kubernetes", "opencost").contains(preset.id());
        if (serving) {
            var told = new HashSet<>(preset.values().keySet());
            told.addAll(preset.unavailable().keySet());
            assertThat(told).contains(Sli.LATENCY_P95, Sli.SUCCESS, Sli.TRAFFIC);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aHistogramByVersionIsThereForTheJudgeToo(MetricPreset preset) {
        boolean byVersion = preset.largest(Sli.LATENCY_P95).isPresent()
                && !preset.versionLabels().isEmpty();

        assertThat(preset.buckets() != null).isEqualTo(byVersion);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyExpositionSaysWhereItComesFrom(MetricPreset preset) throws Exception {
        assertThat(Exposition.read(preset.id()).origin()).containsAnyOf(", live, ", "written from ");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void thePresetIsDetectedByItsOwnExposition(MetricPreset preset) throws Exception {
        var names = new HashSet<String>();
        Exposition.read(preset.id()).series().keySet().forEach(series -> names.add(series.replaceFirst("\\{.*", "")));
        assertThat(Presets.builtIn().matching(names)).contains(preset);
        assertThat(names)
                .anyMatch(Pattern.compile(Presets.builtIn().metricNamesRegex()).asMatchPredicate());
    }

    @Test
    void matchingKeepsTheOrderOfPrecedence() {
        var matching = Presets.builtIn().matching(Set.of("istio_requests_total", "inference_requests_total", "up"));
        assertThat(matching.stream().map(MetricPreset::id)).containsExactly("generic", "istio");
        assertThat(Presets.builtIn().matching(Set.of("up"))).isEmpty();
    }

    @Test
    void aQueryGroupsByPlaceAndModelAndByArmOnRequest() throws Exception {
        var preset = Presets.parse("mine.yaml", SMALL);
        var template = preset.values().get(Sli.TRAFFIC);
        assertThat(preset.query(template, false, Duration.ofMinutes(5), ""))
                .isEqualTo("sum by (namespace, app) (rate(mine_total{}[300s]))");
        assertThat(preset.query(template, true, Duration.ofMinutes(1), "env=\"prod\""))
                .isEqualTo("sum by (namespace, app, tag) (rate(mine_total{env=\"prod\",}[60s]))");
    }

    @Test
    void aFolderAddsPresetsBeforeThoseOfTheConsoleAndReplacesByName(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.yaml"), SMALL);
        Files.writeString(folder.resolve("b.yaml"), SMALL.replace("id: mine", "id: vllm"));
        var ids = Presets.builtIn().with(folder).all().stream()
                .map(MetricPreset::id)
                .toList();
        assertThat(ids).startsWith("mine", "vllm", "generic").doesNotHaveDuplicates();
    }

    @Test
    void everyMistakeIsNamedByFileLineAndField() {
        record Mistake(String from, String to, String message) {}
        var mistakes = List.of(
                new Mistake("runtime: mine\n", "", "mine.yaml:1: needs runtime"),
                new Mistake("detect: [mine_total]", "detect: mine_total", "mine.yaml:4: detect: must be a list"),
                new Mistake("  traffic:", "  trafic:", "mine.yaml:10: values.trafic: nothing is measured"),
                new Mistake("labels:", "label:", "is not known; known are buckets, detect, fragments, id,"),
                new Mistake("  model: [app]\n", "", "mine.yaml:6: labels: needs model"),
                new Mistake("$by", "model", "mine.yaml:10: values.traffic: lacks $by"),
                new Mistake("{$sel}", "", "mine.yaml:10: values.traffic: lacks $sel"),
                new Mistake("[$w]", "[$window]", "nothing is known as $window"),
                new Mistake("[$w]))", "[$w])", "values.traffic: a parenthesis is not closed"),
                new Mistake("[$w]))", "[$w])))", "a parenthesis is closed that was not opened"),
                new Mistake("mine_total{$sel}", "${metric}{$sel}", "there is no fragment metric"),
                new Mistake("source: here", "source: here\nsource: there", "mine.yaml:4: source: is there twice"),
                new Mistake("source: here", "source:", "mine.yaml:3: source: has no value"),
                new Mistake("source: here", "source: [", "mine.yaml:"));
        for (var mistake : mistakes) {
            var yaml = SMALL.replace(mistake.from(), mistake.to());
            assertThat(yaml).isNotEqualTo(SMALL);
            assertThatThrownBy(() -> Presets.parse("mine.yaml", yaml))
                    .as(yaml)
                    .isInstanceOf(PresetException.class)
                    .hasMessageContaining(mistake.message());
        }
        assertThatThrownBy(() -> Presets.parse("mine.yaml", ""))
                .isInstanceOf(PresetException.class)
                .hasMessage("mine.yaml:1: is empty");
    }

    @Test
    void fragmentsThatNameEachOtherAreAMistake() {
        var yaml = SMALL.replace("values:", "fragments: {a: \"${b}\", b: \"${a}\"}\nvalues:")
                .replace("mine_total{", "${a}{");
        assertThatThrownBy(() -> Presets.parse("mine.yaml", yaml)).hasMessageContaining("in a circle");
    }

    @Test
    void theLatencyHistogramTellsTheUnitOfItsEdges() throws PresetException {
        var yaml = SMALL + "buckets:\n  increase: sum by ($by, le) ($count(mine_ms_bucket{$sel}))\n  edge_seconds: ";

        assertThat(Presets.parse("mine.yaml", yaml + "0.001\n").buckets())
                .extracting(MetricPreset.Buckets::edgeSeconds)
                .isEqualTo(0.001);
        assertThat(Presets.parse("mine.yaml", SMALL).buckets()).isNull();
        assertThatThrownBy(() -> Presets.parse("mine.yaml", yaml + "0\n"))
                .isInstanceOf(PresetException.class)
                .hasMessageContaining("edges of 0.0 seconds");
    }

    @Test
    void aParenthesisInsideALabelIsNotTheEndOfACount() throws Exception {
        var yaml = SMALL + "increases:\n  requests: sum by ($by) ($count(mine_total{$sel path=\")\\\"(\"}))\n";
        var text =
                Presets.parse("mine.yaml", yaml).increases().values().iterator().next();
        assertThat(text)
                .contains("last_over_time(mine_total{$sel path=\")\\\"(\"}[$w])")
                .doesNotContain("$count");
    }
}
