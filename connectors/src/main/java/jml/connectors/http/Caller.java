package jml.connectors.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import jml.connectors.http.SecretReader.SecretException;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// Carries one request through retries, redirects and interruption to a decoded answer.
final class Caller {
    private static final int MOST_REDIRECTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final HttpClients clients;
    private final Credentials credentials;
    private final Limits limits;
    private final Replies replies;
    private final JsonHttp.Pause pause;

    Caller(HttpClients clients, Credentials credentials, Limits limits, Replies replies, JsonHttp.Pause pause) {
        this.clients = clients;
        this.credentials = credentials;
        this.limits = limits;
        this.replies = replies;
        this.pause = pause;
    }

    <T> Answer<T> call(Request request, ReadRequest asked, BodyDecoder<T> decoder)
            throws SourceException, InterruptedException {
        long deadline = System.nanoTime() + limits.call().toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                return attempt(request, asked, decoder, deadline);
            } catch (WayFailedException failed) {
                var wait = jittered(attempt);
                if (attempt >= limits.retries() || System.nanoTime() + wait.toNanos() >= deadline) {
                    throw failed.verdict();
                }
                pause.pause(wait);
            }
        }
    }

    /// Up to twice the pause, so that consoles that lost a server together do not return together.
    private static Duration jittered(int attempt) {
        long longest = FIRST_PAUSE.toMillis() << (attempt + 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest + 1));
    }

    private <T> Answer<T> attempt(Request request, ReadRequest asked, BodyDecoder<T> decoder, long deadline)
            throws SourceException, InterruptedException, WayFailedException {
        var signed = signed(request);
        var next = signed;
        var client = clients.own();
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            switch (exchange(client, next, asked, decoder, deadline)) {
                case Reply.Done<T>(var answer) -> {
                    return answer;
                }
                case Reply.Moved<T>(var target) -> {
                    if (!sameServer(next.url(), target)) {
                        client = clients.stranger();
                        next = unsigned(request, signed, target);
                    } else {
                        // A question is repeated as it was, body included: unlike a browser's form it changes nothing.
                        next = next.newBuilder().url(target).build();
                    }
                }
            }
        }
        throw replies.failure(Kind.BAD_ANSWER, next, "redirected more than " + MOST_REDIRECTS + " times", null);
    }

    private Request signed(Request request) throws SourceException, InterruptedException {
        try {
            var signed = request.newBuilder();
            var signature = credentials.sign();
            for (var header : signature.headers()) {
                signed.header(header.getFirst(), header.getSecond());
            }
            return signed.tag(SentSecrets.class, signature.secrets()).build();
        } catch (SecretException e) {
            throw replies.failure(Kind.MISCONFIGURED, request, String.valueOf(e.getMessage()), null);
        }
    }

    /// Another host sees neither credentials nor tenant nor a question's body. The address it is found at may still
    /// repeat a credential, so the request keeps knowing them.
    private Request unsigned(Request request, Request signed, HttpUrl target) throws SourceException {
        if (request.body() != null) {
            throw replies.failure(Kind.SIGN_IN_NEEDED, signed, "redirected to another server, " + target.host(), null);
        }
        return request.newBuilder()
                .url(target)
                .tag(SentSecrets.class, signed.tag(SentSecrets.class))
                .build();
    }

    private static boolean sameServer(HttpUrl from, HttpUrl to) {
        boolean upgrade = !from.isHttps() && to.isHttps();
        return from.host().equals(to.host())
                && (upgrade || (from.port() == to.port() && from.scheme().equals(to.scheme())));
    }

    /// Socket reads do not notice an interrupt, so they happen on a thread of their own that the caller can abandon.
    private <T> Reply<T> exchange(
            OkHttpClient client, Request request, ReadRequest asked, BodyDecoder<T> decoder, long deadline)
            throws SourceException, InterruptedException, WayFailedException {
        var call = client.newCall(request);
        call.timeout().timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        var task = new FutureTask<>(() -> replies.read(call, asked, decoder));
        Thread.ofVirtual().start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SourceException refused -> {
                    if (refused.kind() == Kind.SIGN_IN_NEEDED) {
                        credentials.refused();
                    }
                    throw refused;
                }
                case WayFailedException failed -> throw failed;
                case RuntimeException bug -> throw bug;
                case Error serious -> throw serious;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
