package jml.bench.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Instant vectors as a Prometheus server writes them, one an SLI, a series a model.
final class Answers {
    static final int MODELS = 10_000;
    static final int SLIS = 8;

    private Answers() {}

    /// @param refresh gives other values and the time of that refresh
    static List<byte[]> of(int refresh) {
        var random = new Random(refresh);
        var answers = new ArrayList<byte[]>();
        for (int sli = 0; sli < SLIS; sli++) {
            var json = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[");
            for (int model = 0; model < MODELS; model++) {
                json.append(model == 0 ? "" : ",")
                        .append("{\"metric\":{\"model\":\"model-")
                        .append(model)
                        .append("\",\"namespace\":\"team-")
                        .append(model % 40)
                        .append("\"},\"value\":[")
                        .append(1795446000 + refresh * 30)
                        .append(".25,\"")
                        .append(random.nextDouble())
                        .append("\"]}");
            }
            answers.add(json.append("]}}").toString().getBytes(StandardCharsets.UTF_8));
        }
        return answers;
    }
}
