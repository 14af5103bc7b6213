package jml.connectors.prometheus;

import java.time.InstantSource;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.prometheus.PrometheusStore.LongQueries;
import jml.core.metric.MetricStore;
import jml.core.metric.MetricStoreContract;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The contract, asked of a running server: `-Djml.lab.prometheus=URL`.
@EnabledIfSystemProperty(named = "jml.lab.prometheus", matches = "http.+")
class LiveContractTest extends MetricStoreContract {
    @Override
    protected MetricStore store() throws Exception {
        var http = JsonHttp.open("lab", System.getProperty("jml.lab.prometheus"), Access.open(), Limits.standard());
        return new PrometheusStore(http, LongQueries.POST, InstantSource.system());
    }
}
