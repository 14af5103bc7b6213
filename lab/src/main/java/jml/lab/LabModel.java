package jml.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One model of `lab/seed/models.json`: what it is called in each system and how the lab serves it.
///
/// @param registry name in both registries
/// @param workload in the cluster; empty when no cluster holds it
/// @param series value of the model label on its series
/// @param tagged true when the registry names workload and series
public record LabModel(
        String registry,
        String workload,
        String series,
        String image,
        String owner,
        String useCase,
        boolean tagged,
        Serving serving) {

    /// How it serves once the lab is up.
    ///
    /// @param rollout true for an Argo Rollout, false for a Deployment
    /// @param canary version on its way in; 0 when none is
    /// @param weight of the canary's first step, percent
    /// @param bad true when the canary is worse than what it replaces
    /// @param live true when a real model server answers for it, so that nothing of it is simulated
    /// @param perSecond requests at the busiest hour
    public record Serving(
            boolean rollout,
            int replicas,
            int stable,
            int canary,
            int weight,
            boolean bad,
            boolean live,
            double perSecond) {}

    /// All of them, in the file's order.
    public static List<LabModel> read(Path models) throws IOException {
        var all = new ArrayList<LabModel>();
        for (var node : new ObjectMapper().readTree(models.toFile())) {
            all.add(of(node));
        }
        return List.copyOf(all);
    }

    private static LabModel of(JsonNode node) {
        var serving = node.path("serving");
        return new LabModel(
                node.path("registry").asText(),
                node.path("workload").asText(""),
                node.path("metric").asText(),
                node.path("image").asText(),
                node.path("owner").asText(),
                node.path("use_case").asText(),
                node.path("tagged").asBoolean(),
                new Serving(
                        serving.path("kind").asText().equals("Rollout"),
                        serving.path("replicas").asInt(),
                        serving.path("stable").asInt(),
                        serving.path("canary").asInt(),
                        serving.path("weight").asInt(),
                        serving.path("bad").asBoolean(),
                        serving.path("live").asBoolean(),
                        serving.path("per_second").asDouble()));
    }

    public boolean inCluster() {
        return !workload.isEmpty();
    }

    /// The image of a version, pinned: its digest is the one that the registry's version carries as a tag.
    public String image(int version) {
        var tagged = image + ":v" + version;
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(tagged.getBytes(StandardCharsets.UTF_8));
            return tagged + "@sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
