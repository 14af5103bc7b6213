package jml.connectors.prometheus;

class Prometheus3ContractTest extends RecordedContract {
    Prometheus3ContractTest() {
        super("prometheus-3.16.0");
    }
}
