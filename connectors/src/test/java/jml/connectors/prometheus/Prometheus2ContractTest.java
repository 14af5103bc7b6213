package jml.connectors.prometheus;

class Prometheus2ContractTest extends RecordedContract {
    Prometheus2ContractTest() {
        super("prometheus-2.42.0");
    }
}
