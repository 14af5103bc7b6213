package jml.gameday.catalogue;

import java.util.List;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;

/// The models of the lab's registries (`lab/seed/models.json`): registry name, workload, metric label and image differ,
/// as they do where several teams have named things. Versions and replicas are the lab cluster's to say.
public final class LabModels {
    private static final String NAMESPACE = "ml-serving";

    private LabModels() {}

    /// In the order of the file.
    public static List<SimulatedModel> all() {
        return List.of(
                named("risk.payments-fraud", "payments-risk", "fraud", 2, "fraud-scorer", "fraud_v2", "lab/fraud-svc")
                        .traffic(46, 0.75, 14)
                        .compares(1)
                        .p95(84, 150)
                        .fidelity(98.9, 97)
                        .model(),
                named(
                                "fraud-scorer",
                                "payments-risk",
                                "fraud",
                                2,
                                "fraud-scorer-legacy",
                                "fraud_v1",
                                "lab/fraud-legacy")
                        .p95(120, 200)
                        .model(),
                named("credit-risk", "lending", "credit", 2, "pd-scoring", "creditrisk", "lab/pd-scoring")
                        .compares(1)
                        .p95(142, 300)
                        .model(),
                named(
                                "content-moderation",
                                "trust-safety",
                                "moderation",
                                2,
                                "content-moderation-predictor",
                                "toxicity",
                                "lab/moderation")
                        .p95(190, 250)
                        .model(),
                named(
                                "session-recs",
                                "personalisation",
                                "personalisation",
                                2,
                                "recs-session-v4",
                                "recs",
                                "lab/recommender")
                        .traffic(300, 0.3, 19)
                        .model(),
                named("triage-notes", "clinical-ai", "triage", 1, "triage-notes", "triage", "lab/clinical-nlp")
                        .traffic(6, 0.6, 20)
                        .compares(1)
                        .p95(205, 500)
                        .success(99.995, 99)
                        .model(),
                named("llm-search-ranker", "search", "llm-search", 3, "search-ranker", "ranker-7b", "lab/llm-ranker")
                        .runtime(ServingRuntime.VLLM)
                        .p95(1420, 2000)
                        .success(99.62, 99)
                        .model(),
                new Draft("vision-defects", "plant-quality", "edge", 2)
                        .called("vision-defects", "", "", "edge_defects", "")
                        .replicas(4, 0)
                        .p95(120, 300)
                        .model());
    }

    private static Draft named(
            String registry, String owner, String useCase, int version, String workload, String metric, String image) {
        return new Draft(registry, owner, useCase, version).called(registry, NAMESPACE, workload, metric, image);
    }
}
