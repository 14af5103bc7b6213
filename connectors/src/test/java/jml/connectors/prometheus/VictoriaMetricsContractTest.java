package jml.connectors.prometheus;

class VictoriaMetricsContractTest extends RecordedContract {
    VictoriaMetricsContractTest() {
        super("victoriametrics-1.79.5");
    }
}
