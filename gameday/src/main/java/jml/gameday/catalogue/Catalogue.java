package jml.gameday.catalogue;

import java.util.ArrayList;
import java.util.List;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;

/// The models the simulated fleet is made of: 24 with a name and a story over the mission's eight use cases, and as
/// many ordinary ones as asked for. The first eight show every state a model can be in.
public final class Catalogue {
    private static final List<SimulatedModel> NAMED = named();

    private Catalogue() {}

    /// The first `count` models; the same for the same count, and a longer list begins with the shorter one.
    public static List<SimulatedModel> first(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a fleet of " + count + " models");
        }
        if (count <= NAMED.size()) {
            return NAMED.subList(0, count);
        }
        var models = new ArrayList<SimulatedModel>(count);
        models.addAll(NAMED);
        for (int i = 0; models.size() < count; i++) {
            models.add(GeneratedModels.model(i));
        }
        return List.copyOf(models);
    }

    /// How many models have a name and a story of their own.
    public static int namedCount() {
        return NAMED.size();
    }

    private static List<SimulatedModel> named() {
        var drafts = new ArrayList<Draft>();
        drafts.addAll(troubled());
        drafts.addAll(personalisation());
        drafts.addAll(fraudAndCredit());
        drafts.addAll(operations());
        drafts.addAll(searchAndTriage());
        return drafts.stream().map(Draft::model).toList();
    }

    private static List<Draft> troubled() {
        return List.of(
                fraudScorer(),
                productSearch(),
                chatModeration(),
                homepage(),
                shelfVision(),
                priceElasticity(),
                paediatric(),
                underwriting());
    }

    private static Draft fraudScorer() {
        return new Draft("fraud-scorer", "payments-risk", "fraud", 16)
                .called(
                        "risk.payments-fraud",
                        "ml-fraud",
                        "fraud-scorer",
                        "fraud_v2",
                        "registry.example.com/risk/fraud-svc")
                .traffic(46, 0.75, 14)
                .compares(1)
                .features(24)
                .replicas(16, 2.56)
                .budget(38)
                .gpus(1)
                .p95(84, 150)
                .success(99.97, 99.9)
                .fidelity(98.9, 97)
                .drift(0.11);
    }

    private static Draft productSearch() {
        return new Draft("llm-product-search", "search", "llm-search", 9)
                .called(
                        "llm-search-ranker",
                        "ml-search",
                        "search-ranker",
                        "ranker-7b",
                        "registry.example.com/search/llm-ranker")
                .traffic(18, 0.4, 18)
                .runtime(ServingRuntime.VLLM)
                .replicas(6, 6.2)
                .gpus(2)
                .p95(1420, 2000)
                .success(99.62, 99)
                .fidelity(96.1, 95)
                .drift(0.16);
    }

    private static Draft chatModeration() {
        return new Draft("chat-moderation", "trust-safety", "moderation", 31)
                .traffic(160, 0.5, 19)
                .p95(190, 250)
                .success(99.91, 99.5)
                .fidelity(97.8, 96)
                .drift(0.08)
                .replicas(8, 1.4);
    }

    private static Draft homepage() {
        return new Draft("recs-homepage", "personalisation", "personalisation", 112)
                .called(
                        "recs-homepage",
                        "ml-personalisation",
                        "recs-home",
                        "recs_home",
                        "registry.example.com/recs/homepage")
                .traffic(900, 0.25, 19)
                .compares(0.02)
                .p95(61, 150)
                .fidelity(97.4, 95)
                .drift(0.1)
                .replicas(12, 0.9);
    }

    private static Draft shelfVision() {
        return new Draft("edge-shelf-vision", "store-systems", "edge", 5)
                .outside()
                .traffic(60, 0.2, 12)
                .p95(120, 300)
                .success(99.8, 99)
                .fidelity(97.2, 95);
    }

    private static Draft priceElasticity() {
        return new Draft("price-elasticity", "pricing", "personalisation", 22)
                .traffic(35, 0.4, 11)
                .p95(48, 150)
                .fidelity(98.4, 96);
    }

    private static Draft paediatric() {
        return new Draft("triage-paediatric", "clinical-ai", "triage", 3)
                .traffic(1.1, 0.7, 10)
                .compares(1)
                .features(60)
                .replicas(2, 1.8)
                .p95(310, 500)
                .success(99.995, 98)
                .fidelity(99.2, 97)
                .drift(0.04);
    }

    private static Draft underwriting() {
        return new Draft("credit-underwriting", "lending", "credit", 7)
                .called(
                        "credit-risk",
                        "ml-credit",
                        "pd-scoring",
                        "creditrisk",
                        "registry.example.com/lending/pd-scoring")
                .traffic(30, 0.5, 13)
                .compares(1)
                .features(80)
                .p95(142, 300)
                .success(99.99, 99.5)
                .fidelity(98.9, 97)
                .drift(0.06);
    }

    private static List<Draft> personalisation() {
        return List.of(
                shared("cart-upsell", 41, 120, 55, 97.6),
                shared("email-send-time", 9, 90, 22, 98.8),
                shared("recs-similar-items", 58, 300, 44, 97.7));
    }

    /// Three models on one server: cost, restarts and replicas are shared.
    private static Draft shared(String name, int version, double peak, double p95, double fidelity) {
        return new Draft(name, "personalisation", "personalisation", version)
                .called(name, "ml-personalisation", "recs-triton", name, "registry.example.com/recs/triton")
                .traffic(peak, 0.3, 19)
                .runtime(ServingRuntime.TRITON)
                .hosted(3)
                .gpus(0.5)
                .replicas(6, 0.8)
                .p95(p95, 150)
                .fidelity(fidelity, 95)
                .drift(0.07);
    }

    private static List<Draft> fraudAndCredit() {
        return List.of(
                new Draft("account-takeover", "payments-risk", "fraud", 14)
                        .traffic(75, 0.5, 15)
                        .p95(39, 150)
                        .fidelity(98.1, 96),
                new Draft("address-matcher", "payments-risk", "fraud", 6)
                        .traffic(45, 0.4, 14)
                        .p95(27, 100)
                        .fidelity(99.3, 97)
                        .drift(0.02),
                new Draft("card-testing-guard", "payments-risk", "fraud", 8)
                        .traffic(210, 0.6, 15)
                        .compares(0.1)
                        .p95(31, 100)
                        .fidelity(98.6, 96),
                new Draft("chargeback-risk", "payments-risk", "fraud", 11)
                        .traffic(25, 0.5, 16)
                        .runtime(ServingRuntime.MLSERVER)
                        .p95(73, 200)
                        .fidelity(98.2, 96),
                new Draft("credit-line-review", "lending", "credit", 4)
                        .traffic(16, 0.5, 12)
                        .compares(1)
                        .runtime(ServingRuntime.MLSERVER)
                        .p95(164, 400)
                        .fidelity(99.0, 97)
                        .drift(0.03));
    }

    private static List<Draft> operations() {
        return List.of(
                new Draft("autoscale-forecast", "platform", "autoscaling", 19)
                        .traffic(20, 0.9, 12)
                        .p95(112, 300)
                        .fidelity(97.9, 95)
                        .drift(0.09),
                new Draft("warm-pool-sizing", "platform", "autoscaling", 10)
                        .traffic(14, 0.9, 12)
                        .p95(35, 150)
                        .fidelity(98.7, 96)
                        .drift(0.04),
                new Draft("edge-anomaly", "plant-quality", "edge", 27)
                        .outside()
                        .traffic(220, 0.8, 11)
                        .compares(0.1)
                        .p95(18, 50)
                        .success(99.94, 99.5)
                        .fidelity(97.4, 95)
                        .drift(0.08),
                new Draft("edge-wake-word", "devices", "edge", 33)
                        .outside()
                        .traffic(1400, 0.3, 20)
                        .compares(0.01)
                        .p95(12, 40)
                        .success(99.96, 99.5)
                        .fidelity(98.0, 95));
    }

    private static List<Draft> searchAndTriage() {
        return List.of(
                new Draft("query-rewrite", "search", "llm-search", 15)
                        .traffic(160, 0.35, 18)
                        .runtime(ServingRuntime.VLLM)
                        .replicas(4, 3.1)
                        .gpus(1)
                        .p95(96, 300)
                        .success(99.95, 99.5)
                        .fidelity(97.1, 95)
                        .drift(0.1),
                new Draft("search-ranking", "search", "llm-search", 76)
                        .traffic(520, 0.35, 18)
                        .compares(0.05)
                        .p95(58, 150)
                        .success(99.98, 99.5)
                        .fidelity(97.5, 95)
                        .drift(0.09)
                        .replicas(10, 0.9),
                new Draft("review-toxicity", "trust-safety", "moderation", 13)
                        .traffic(40, 0.4, 17)
                        .p95(88, 250)
                        .fidelity(98.3, 96)
                        .drift(0.06),
                new Draft("triage-emergency", "clinical-ai", "triage", 12)
                        .traffic(6, 0.6, 20)
                        .compares(1)
                        .features(60)
                        .replicas(3, 1.8)
                        .p95(205, 500)
                        .success(99.995, 99)
                        .fidelity(99.4, 97)
                        .drift(0.02));
    }
}
