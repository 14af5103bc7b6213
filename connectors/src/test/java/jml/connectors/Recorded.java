package jml.connectors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;

/// Answers of real servers, kept under `recorded/SYSTEM-VERSION/NAME.http`: comment lines that say where the answer
/// comes from, then status line, headers, an empty line, and the body.
public final class Recorded {
    private static final List<String> ORIGINS = List.of(", live, ", "written from ");

    private Recorded() {}

    /// @param name for example `alertmanager-0.25.0/alerts`
    public static MockResponse answer(String name) {
        var text = text(name);
        var origin = text.lines().findFirst().orElse("");
        if (ORIGINS.stream().noneMatch(origin::contains)) {
            throw new IllegalArgumentException(name + " does not say where it comes from: " + origin);
        }
        int start = text.indexOf("HTTP/");
        int empty = text.indexOf("\n\n", start);
        var head = text.substring(start, empty).split("\n");
        var answer = new MockResponse.Builder()
                .status(head[0].strip())
                .body(text.substring(empty + 2).stripTrailing());
        for (int i = 1; i < head.length; i++) {
            answer.addHeader(head[i].strip());
        }
        return answer.build();
    }

    private static String text(String name) {
        try (var file = Recorded.class.getResourceAsStream("/recorded/" + name + ".http")) {
            if (file == null) {
                throw new IllegalArgumentException("nothing recorded as " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
