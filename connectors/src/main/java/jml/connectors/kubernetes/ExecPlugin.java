package jml.connectors.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ExecConfig;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// A credential plugin of a kubeconfig: a program that prints an ExecCredential. It is run when the last answer
/// has expired, is killed after the time limit, and what it says on its standard error is not taken for the answer.
final class ExecPlugin implements Credential {
    private static final ObjectMapper JSON = new ObjectMapper();
    // Renewed early, so that a request does not arrive with a token that ran out on the way.
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /// PEM text, Base64 encoded as fabric8 wants it.
    record Certificate(String chain, String key) {}

    private record Answer(
            String token,
            @Nullable Certificate certificate,
            @Nullable Instant expires) {}

    private final String source;
    private final ExecConfig exec;
    private final @Nullable Path kubeconfig;
    private final Duration limit;
    private final InstantSource clock;
    private final OneAttempt running = new OneAttempt();
    private @Nullable Answer last;

    ExecPlugin(String source, ExecConfig exec, @Nullable Path kubeconfig, Duration limit, InstantSource clock) {
        this.source = source;
        this.exec = exec;
        this.kubeconfig = kubeconfig;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public String authorization() throws SourceException, InterruptedException {
        var token = answer().token();
        return token.isEmpty() ? "" : "Bearer " + token;
    }

    /// The client certificate it gave instead of a token; null when it gave none.
    @Nullable
    Certificate certificate() throws SourceException, InterruptedException {
        return answer().certificate();
    }

    static String commandLine(ExecConfig exec) {
        var words = new ArrayList<String>();
        words.add(exec.getCommand());
        if (exec.getArgs() != null) {
            words.addAll(exec.getArgs());
        }
        return String.join(" ", words);
    }

    private Answer answer() throws SourceException, InterruptedException {
        return running.make(this::current);
    }

    private Answer current() throws SourceException, InterruptedException {
        var known = last;
        if (known == null
                || (known.expires() != null
                        && !clock.instant().isBefore(known.expires().minus(MARGIN)))) {
            known = parse(run());
            last = known;
        }
        return known;
    }

    private String run() throws SourceException, InterruptedException {
        Process process;
        try {
            process = builder().start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new SourceException(
                    source,
                    SourceException.Kind.MISCONFIGURED,
                    "credential plugin `" + exec.getCommand() + "` cannot be started"
                            + " (a desktop application may have a shorter PATH; an absolute path in the kubeconfig helps)",
                    e);
        }
        var out = reader(process.getInputStream());
        var err = reader(process.getErrorStream());
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("did not answer within " + limit.toSeconds() + " s");
            }
            // A child that outlives the plugin may hold the pipe open.
            var printed = out.get(1, TimeUnit.SECONDS);
            if (process.exitValue() != 0) {
                throw failed("ended with " + process.exitValue() + ": " + firstLine(err.get(1, TimeUnit.SECONDS)));
            }
            return printed;
        } catch (TimeoutException | ExecutionException e) {
            throw failed("left its output open");
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) {
        // Listed before it dies, because orphans are nobody's; killed after it, because it may start another until
        // then.
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private ProcessBuilder builder() {
        var command = exec.getCommand();
        if (command.contains(File.separator)) {
            command = KubeconfigLogin.resolve(kubeconfig, command).toString();
        }
        var words = new ArrayList<>(List.of(command));
        if (exec.getArgs() != null) {
            words.addAll(exec.getArgs());
        }
        var builder = new ProcessBuilder(words);
        if (exec.getEnv() != null) {
            exec.getEnv().forEach(each -> builder.environment().put(each.getName(), each.getValue()));
        }
        builder.environment()
                .put(
                        "KUBERNETES_EXEC_INFO",
                        JSON.createObjectNode()
                                .put("apiVersion", exec.getApiVersion())
                                .put("kind", "ExecCredential")
                                .set("spec", JSON.createObjectNode().put("interactive", false))
                                .toString());
        return builder;
    }

    private static CompletableFuture<String> reader(InputStream stream) {
        var read = new CompletableFuture<String>();
        Thread.ofVirtual().name("credential-plugin").start(() -> {
            try (stream) {
                // A plugin that prints without end must not fill the heap.
                read.complete(new String(stream.readNBytes(1 << 20), StandardCharsets.UTF_8));
            } catch (IOException e) {
                read.complete(""); // then its answer is told to be none
            }
        });
        return read;
    }

    private Answer parse(String printed) throws SourceException {
        JsonNode root;
        try {
            root = JSON.readTree(printed);
        } catch (JsonProcessingException e) {
            throw failed("printed something that is no ExecCredential"); // what it printed may be a token
        }
        if (!exec.getApiVersion().equals(root.path("apiVersion").asText())) {
            throw failed("speaks \"" + root.path("apiVersion").asText() + "\", the kubeconfig asks for "
                    + exec.getApiVersion());
        }
        var status = root.path("status");
        var token = status.path("token").asText("");
        var chain = status.path("clientCertificateData").asText("");
        var key = status.path("clientKeyData").asText("");
        if (token.isEmpty() && (chain.isEmpty() || key.isEmpty())) {
            throw failed("gave neither a token nor a certificate");
        }
        return new Answer(
                token, chain.isEmpty() ? null : new Certificate(encoded(chain), encoded(key)), expiry(status));
    }

    private static String encoded(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Instant expiry(JsonNode status) {
        try {
            var text = status.path("expirationTimestamp").asText("");
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null; // then the server's 401 tells that it ran out
        }
    }

    private static String firstLine(String text) {
        var line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("it said nothing");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    private SourceException failed(String how) {
        return new SourceException(
                source,
                SourceException.Kind.SIGN_IN_NEEDED,
                "credential plugin `" + exec.getCommand() + "` " + how + "; run `" + commandLine(exec)
                        + "` in a terminal");
    }
}
