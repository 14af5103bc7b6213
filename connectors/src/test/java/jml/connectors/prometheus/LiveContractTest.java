package jml.connectors.prometheus;

import java.time.InstantSource;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.prometheus.PrometheusStore.LongQueries;
import jml.core.metric.MetricStore;
import jml.core.metric.MetricStoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// The contract, asked of the running servers of the lab (`eval "$(lab/env)"`).
class LiveContractTest {
    @Nested
    @EnabledIfEnvironmentVariable(named = "JML_LAB_PROMETHEUS", matches = "http.+")
    class Prometheus2 extends MetricStoreContract {
        @Override
        protected MetricStore store() throws Exception {
            return live("JML_LAB_PROMETHEUS");
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = "JML_LAB_PROMETHEUS3", matches = "http.+")
    class Prometheus3 extends MetricStoreContract {
        @Override
        protected MetricStore store() throws Exception {
            return live("JML_LAB_PROMETHEUS3");
        }
    }

    private static MetricStore live(String variable) throws Exception {
        var http = JsonHttp.open("lab", System.getenv(variable), Access.open(), Limits.standard());
        return new PrometheusStore(http, LongQueries.POST, InstantSource.system());
    }
}
