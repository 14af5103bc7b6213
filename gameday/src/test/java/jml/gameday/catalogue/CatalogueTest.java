package jml.gameday.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void theNamedModelsCoverTheEightUseCases() {
        assertThat(Catalogue.first(24))
                .extracting(SimulatedModel::useCase)
                .containsOnly(
                        "personalisation",
                        "fraud",
                        "credit",
                        "moderation",
                        "autoscaling",
                        "edge",
                        "triage",
                        "llm-search");
    }

    @Test
    void aLargerFleetBeginsWithTheSmallerOne() {
        assertThat(Catalogue.first(100)).startsWith(Catalogue.first(24).toArray(SimulatedModel[]::new));
        assertThat(Catalogue.first(24)).startsWith(Catalogue.first(8).toArray(SimulatedModel[]::new));
    }

    @Test
    void theNamesOfSomeModelsDifferEverywhere() {
        var names = Catalogue.first(1).getFirst().names();

        assertThat(names.registry()).isNotEqualTo(names.workload()).isNotEqualTo(names.metricLabel());
        assertThat(names.workload()).isNotEqualTo(names.metricLabel());
    }

    @Test
    void theLabsModelsAreCalledAsTheLabSeedsThem() throws IOException {
        var seed = Files.readString(Path.of("../lab/seed/models.json"));
        var entry = Pattern.compile(
                "\"registry\": \"([^\"]+)\",\\s*\"workload\": (?:\"([^\"]+)\"|null), \"metric\": \"([^\"]+)\","
                        + " \"image\": \"([^\"]+)\"");
        var seeded = entry.matcher(seed).results().map(CatalogueTest::names).toList();

        assertThat(seeded).hasSize(8);
        assertThat(LabModels.all())
                .extracting(it -> it.names().registry() + " " + it.names().workload() + " "
                        + it.names().metricLabel())
                .containsExactlyElementsOf(seeded);
    }

    private static String names(MatchResult match) {
        return match.group(1) + " " + (match.group(2) == null ? "" : match.group(2)) + " " + match.group(3);
    }
}
