package jml.connectors.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/// Carries requests that change a server: each leaves at most once, whatever happens to it. Neither redirects nor
/// sign-ins nor broken connections nor a server that asks to come back make it leave again. Safe from several threads.
public final class OneShot {
    private static final long MOST_BYTES = 8L << 20;

    private final OkHttpClient client;

    /// @param reading whose connections, certificates and proxies are shared; what makes it repeat is not
    public OneShot(OkHttpClient reading) {
        this.client = reading.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .addNetworkInterceptor(OneShot::guarded)
                .build();
    }

    /// Blocks until there is an answer, the connection is lost, or the time is up. An interrupt before the request has
    /// left ends it; later it is an outcome like a lost connection, with the interrupt kept for the caller.
    ///
    /// @param limit of the whole exchange
    public Sent send(Request request, Duration limit) throws InterruptedException {
        var letter = new Letter();
        var call = client.newCall(request.newBuilder().tag(Letter.class, letter).build());
        call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        var task = new FutureTask<>(() -> exchange(call, letter));
        Thread.ofVirtual().start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            boolean stopped = letter.stop();
            call.cancel();
            if (stopped) {
                throw e;
            }
            Thread.currentThread().interrupt();
            return new Sent.Lost("the console stopped waiting for the answer");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error serious -> throw serious;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static Sent exchange(Call call, Letter letter) {
        var secrets = SentSecrets.with(call.request());
        long began = System.nanoTime();
        try (var response = call.execute()) {
            var took = Duration.ofNanos(System.nanoTime() - began);
            var type = response.header("Content-Type");
            // What a success says is read by programs; what a failure says is shown to people.
            var body = response.isSuccessful() ? body(response) : secrets.removedFromStart(body(response));
            return new Sent.Answered(response.code(), type == null ? "" : type, body, took);
        } catch (IOException e) {
            var why = e instanceof InterruptedIOException ? "no answer in time" : String.valueOf(e.getMessage());
            var said = secrets.removedFrom(ErrorText.oneLine(why));
            return letter.stop() ? new Sent.NotSent(said, false) : new Sent.Lost(said);
        }
    }

    private static String body(Response response) {
        var arrived = new Buffer();
        try (var source = response.body().source()) {
            while (arrived.size() < MOST_BYTES && source.read(arrived, 8192) >= 0) {
                // The status is known: each piece only adds to what the answer says.
            }
        } catch (IOException cut) {
            // What came before still tells more than nothing, and the status has told what happened.
        }
        return arrived.readString(StandardCharsets.UTF_8);
    }

    // OkHttp repeats a 503 that says "Retry-After: 0" whatever it was told, and any other repetition would come past
    // here as well: this is where bytes meet the wire.
    private static Response guarded(Interceptor.Chain chain) throws IOException {
        var letter = chain.request().tag(Letter.class);
        if (letter == null || !letter.leave()) {
            throw new IOException("not sent a second time");
        }
        var response = chain.proceed(chain.request());
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    /// Whether a request has left: decided once, by whoever comes first.
    private static final class Letter {
        private enum Place {
            HERE,
            LEFT,
            STOPPED
        }

        private final AtomicReference<Place> place = new AtomicReference<>(Place.HERE);

        boolean leave() {
            return place.compareAndSet(Place.HERE, Place.LEFT);
        }

        /// False when it is too late.
        boolean stop() {
            return place.compareAndSet(Place.HERE, Place.STOPPED) || place.get() == Place.STOPPED;
        }
    }
}
