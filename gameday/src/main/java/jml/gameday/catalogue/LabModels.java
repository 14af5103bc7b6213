package jml.gameday.catalogue;

import java.util.List;
import java.util.stream.Stream;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;

/// The models of the lab's registries (`lab/seed/models.json`): registry name, workload, metric label and image differ,
/// as they do where several teams have named things. Versions and replicas are the lab cluster's to say.
public final class LabModels {
    private static final String NAMESPACE = "ml-serving";

    private LabModels() {}

    /// In the order of the file.
    public static List<SimulatedModel> all() {
        return Stream.of(
                        fraud(),
                        legacyFraud(),
                        creditRisk(),
                        moderation(),
                        recommender(),
                        triage(),
                        searchRanker(),
                        defects())
                .map(Draft::model)
                .toList();
    }

    private static Draft fraud() {
        return new Draft("risk.payments-fraud", "payments-risk", "fraud", 2)
                .called("risk.payments-fraud", NAMESPACE, "fraud-scorer", "fraud_v2", "lab/fraud-svc")
                .traffic(46, 0.75, 14)
                .compares(1)
                .p95(84, 150)
                .fidelity(98.9, 97);
    }

    private static Draft legacyFraud() {
        return new Draft("fraud-scorer", "payments-risk", "fraud", 2)
                .called("fraud-scorer", NAMESPACE, "fraud-scorer-legacy", "fraud_v1", "lab/fraud-legacy")
                .p95(120, 200);
    }

    private static Draft creditRisk() {
        return new Draft("credit-risk", "lending", "credit", 2)
                .called("credit-risk", NAMESPACE, "pd-scoring", "creditrisk", "lab/pd-scoring")
                .compares(1)
                .p95(142, 300);
    }

    private static Draft moderation() {
        return new Draft("content-moderation", "trust-safety", "moderation", 2)
                .called("content-moderation", NAMESPACE, "content-moderation-predictor", "toxicity", "lab/moderation")
                .p95(190, 250);
    }

    private static Draft recommender() {
        return new Draft("session-recs", "personalisation", "personalisation", 2)
                .called("session-recs", NAMESPACE, "recs-session-v4", "recs", "lab/recommender")
                .traffic(300, 0.3, 19);
    }

    private static Draft triage() {
        return new Draft("triage-notes", "clinical-ai", "triage", 1)
                .called("triage-notes", NAMESPACE, "triage-notes", "triage", "lab/clinical-nlp")
                .traffic(6, 0.6, 20)
                .compares(1)
                .p95(205, 500)
                .success(99.995, 99);
    }

    private static Draft searchRanker() {
        return new Draft("llm-search-ranker", "search", "llm-search", 3)
                .called("llm-search-ranker", NAMESPACE, "search-ranker", "ranker-7b", "lab/llm-ranker")
                .runtime(ServingRuntime.VLLM)
                .p95(1420, 2000)
                .success(99.62, 99);
    }

    private static Draft defects() {
        return new Draft("vision-defects", "plant-quality", "edge", 2)
                .called("vision-defects", "", "", "edge_defects", "")
                .replicas(4, 0)
                .p95(120, 300);
    }
}
