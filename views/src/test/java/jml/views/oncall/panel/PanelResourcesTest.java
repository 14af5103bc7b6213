package jml.views.oncall.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Presence;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class PanelResourcesTest {
    private final FleetSnapshot sample = SampleFleets.eight().snapshot();

    @Test
    void whatIsAServersIsCalledSo() {
        assertThat(resources(Presence.SHARED))
                .extracting(PanelContent.Resource::name)
                .startsWith("Server in use", "Cost, share of server");
    }

    @Test
    void whatIsTheModelsOwnIsNot() {
        assertThat(resources(Presence.MEASURED))
                .extracting(PanelContent.Resource::name)
                .startsWith("Utilisation", "Cost");
    }

    @Test
    void costIsMoneyAndWithoutACurrencyANumber() {
        assertThat(resources(Presence.MEASURED, new Currency("EUR")).get(1))
                .isEqualTo(new PanelContent.Resource("Cost", "€0.50", "/h"));
        assertThat(resources(Presence.MEASURED, Currency.UNKNOWN).get(1))
                .isEqualTo(new PanelContent.Resource("Cost", "0.50", "/h"));
    }

    private List<PanelContent.Resource> resources(Presence presence) {
        return resources(presence, Currency.UNKNOWN);
    }

    private List<PanelContent.Resource> resources(Presence presence, Currency currency) {
        var figures = new Figures.Builder(sample.roster().subjects());
        for (var sli : List.of(Sli.UTILISATION, Sli.COST)) {
            figures.measured(0, sli, 0.5).how(0, sli, presence);
        }
        return PanelResources.of(
                new FleetSnapshot(
                        sample.at(),
                        sample.origin(),
                        sample.environments(),
                        sample.roster(),
                        figures.build(),
                        sample.standings(),
                        sample.alerts(),
                        sample.alertedRows(),
                        sample.sources(),
                        sample.unmatched()),
                0,
                currency);
    }
}
