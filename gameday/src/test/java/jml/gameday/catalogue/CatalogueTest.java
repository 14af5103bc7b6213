package jml.gameday.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

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
}
