package jml.connectors.prometheus;

import java.time.InstantSource;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.prometheus.PrometheusStore.LongQueries;
import jml.core.metric.MetricStore;
import jml.core.metric.MetricStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The contract, asked of what one real server once answered.
abstract class RecordedContract extends MetricStoreContract {
    private final String recorded;
    private PrometheusTape tape;

    RecordedContract(String recorded) {
        this.recorded = recorded;
    }

    @BeforeEach
    void play() throws Exception {
        tape = new PrometheusTape(recorded);
    }

    @AfterEach
    void stop() {
        tape.close();
    }

    @Override
    protected MetricStore store() throws Exception {
        var http = JsonHttp.open("lab", tape.url(), Access.open(), Limits.standard());
        return new PrometheusStore(http, LongQueries.POST, InstantSource.system());
    }
}
