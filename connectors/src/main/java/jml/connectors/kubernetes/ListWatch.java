package jml.connectors.kubernetes;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Keeps a table of one kind in one namespace up to date: lists, watches from there, goes on from the last place
/// when the stream ends, and lists again when the server has forgotten that place. The last good rows stay while
/// the server is away.
final class ListWatch<R> implements Runnable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE_WITHOUT_RIGHT = Duration.ofMinutes(1);
    // The server ends a watch itself; five minutes is what it does by default.
    private static final int WATCH_SECONDS = 300;
    private static final int DENIALS_UNTIL_BELIEVED = 4;

    /// What to follow.
    ///
    /// @param namespace empty means all
    /// @param selector label selector; empty means none
    record Target(Resource resource, String namespace, String selector) {
        String words() {
            return resource.word() + (namespace.isEmpty() ? "" : " in " + namespace);
        }
    }

    private final ApiServer server;
    private final Listing listing;
    private final Target target;
    private final RowReader<R> reader;
    private final Runnable changed;
    private final Pause pause;
    private final Table<R> table = new Table<>();
    private final WatchState state = new WatchState();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Backoff backoff = new Backoff(LONGEST_PAUSE, random);
    private final Backoff denials = new Backoff(LONGEST_PAUSE_WITHOUT_RIGHT, random);
    private boolean listedBefore;
    private boolean watchedBefore;
    private @Nullable String version;

    /// @param changed runs on this thread after each change; must return at once
    ListWatch(ApiServer server, Listing listing, Target target, RowReader<R> reader, Runnable changed, Pause pause) {
        this.server = server;
        this.listing = listing;
        this.target = target;
        this.reader = reader;
        this.changed = changed;
        this.pause = pause;
    }

    Table<R> table() {
        return table;
    }

    WatchState state() {
        return state;
    }

    Target target() {
        return target;
    }

    @Override
    public void run() {
        try {
            while (true) {
                attempt();
            }
        } catch (InterruptedException e) {
            state.ended(server.source());
        }
    }

    private void attempt() throws InterruptedException {
        try {
            if (version != null && backoff.failures() + denials.failures() > 0) {
                forgetPlaceOfAnotherPast(version);
            }
            if (version == null) {
                list();
            }
            if (!watch(Objects.requireNonNull(version))) {
                // Something in between that ends every stream at once must not make this a busy loop.
                pause.pause(backoff.next());
            }
        } catch (Absent e) {
            absent(e);
        } catch (Expired e) {
            state.relisted();
            if (version == null) {
                failed(new SourceException(
                        server.source(),
                        SourceException.Kind.REFUSED,
                        target.words() + " changed faster than they could be listed",
                        e));
            }
            version = null;
        } catch (SourceException e) {
            failed(e);
        } catch (RuntimeException e) {
            // One object that breaks our reading must not end the watch for good.
            failed(new SourceException(server.source(), SourceException.Kind.CONSOLE_BUG, target.words(), e));
        }
    }

    private void failed(SourceException problem) throws InterruptedException {
        switch (problem.kind()) {
            case FORBIDDEN -> denied(problem);
            // Trying again by itself would open a browser again and again.
            case SIGN_IN_NEEDED, MISCONFIGURED -> {
                tellIf(state.parked(problem));
                state.awaitWake();
            }
            case BAD_ANSWER, CONSOLE_BUG -> {
                version = null;
                retryLater(problem);
            }
            default -> retryLater(problem);
        }
    }

    // A cluster restored from a backup accepts a place it has not reached yet, and is then silent for hours.
    private void forgetPlaceOfAnotherPast(String mine) throws SourceException, InterruptedException, Absent, Expired {
        var theirs = listing.place(target.resource(), target.namespace());
        if (theirs.matches("\\d{1,18}") && mine.matches("\\d{1,18}") && Long.parseLong(theirs) < Long.parseLong(mine)) {
            version = null;
            state.relisted();
        }
    }

    private void absent(Absent problem) throws InterruptedException {
        if (listedBefore && denials.failures() < DENIALS_UNTIL_BELIEVED) {
            tellIf(state.failed(new SourceException(
                    server.source(),
                    SourceException.Kind.REFUSED,
                    target.words() + " are not known" + problem.getMessage() + "; they were before, asking again",
                    problem)));
        } else {
            drop();
            tellIf(state.absent());
        }
        pause.pause(denials.next());
    }

    // A server that has just started denies everybody until it has read its roles. Rows must not vanish for that.
    private void denied(SourceException problem) throws InterruptedException {
        var listing = version == null;
        if ((listing ? listedBefore : watchedBefore) && denials.failures() < DENIALS_UNTIL_BELIEVED) {
            tellIf(state.failed(new SourceException(
                    server.source(),
                    SourceException.Kind.REFUSED,
                    problem.getMessage() + "; it was allowed before, asking again",
                    problem)));
        } else {
            if (listing) {
                drop();
            }
            tellIf(state.forbidden(problem, !listing));
            version = null;
        }
        pause.pause(denials.next());
    }

    private void retryLater(SourceException problem) throws InterruptedException {
        tellIf(state.failed(problem));
        var wait = backoff.next();
        var asked = problem.retryAfter().orElse(Duration.ZERO);
        pause.pause(asked.compareTo(wait) > 0 ? asked : wait);
    }

    private void drop() {
        version = null;
        tellIf(table.replace(new HashMap<>()));
    }

    private void list() throws SourceException, InterruptedException, Absent, Expired {
        var rows = new HashMap<UUID, R>();
        var end = listing.list(target.resource(), target.namespace(), target.selector(), object -> {
            var row = reader.read(object);
            if (row != null) {
                rows.put(ObjectMeta.uid(object), row);
            }
        });
        var different = table.replace(rows);
        version = end;
        listedBefore = true;
        backoff.reset();
        // In this order: who waits for the first list has then heard of it and is not told of it again.
        tellIf(different);
        tellIf(state.listed());
    }

    // False when the stream ended without a word.
    private boolean watch(String from) throws SourceException, InterruptedException, Absent, Expired {
        boolean heard;
        var path = target.resource().path(target.namespace());
        var seconds = WATCH_SECONDS + random.nextInt(60);
        var query = new HashMap<>(Map.of(
                "watch",
                "1",
                "resourceVersion",
                from,
                "allowWatchBookmarks",
                "true",
                "timeoutSeconds",
                String.valueOf(seconds)));
        if (!target.selector().isEmpty()) {
            query.put("labelSelector", target.selector());
        }
        try (var answer = server.open(path, query, Duration.ZERO)) {
            watchedBefore = true;
            denials.reset();
            tellIf(state.watching());
            heard = events(path, answer);
        } catch (SocketTimeoutException e) {
            // Longer than a bookmark takes: if the server is gone, going on from here says so.
            heard = true;
        } catch (JsonEOFException e) {
            throw new SourceException(
                    server.source(), SourceException.Kind.UNREACHABLE, path + ": the watch was cut off", e);
        } catch (IOException e) {
            throw server.failure(path, e);
        }
        return heard;
    }

    private boolean events(String path, OpenAnswer answer) throws SourceException, Expired, IOException {
        var heard = false;
        // Made only now: it waits for the first bytes, which may be a minute away.
        try (var parser = answer.parser()) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                event(path, Trees.read(parser), answer);
                answer.nextPiece();
                backoff.reset();
                heard = true;
            }
        }
        return heard;
    }

    private void event(String path, JsonNode event, OpenAnswer answer)
            throws SourceException, Expired, UnreadableException {
        var object = event.path("object");
        switch (event.path("type").asText()) {
            case "ADDED", "MODIFIED" -> take(object, reader.read(object));
            case "DELETED" -> take(object, null);
            case "BOOKMARK" -> {}
            case "ERROR" -> Refusals.raise(server.source(), path, object, answer);
            default -> throw new UnreadableException("an event of unknown type: " + event.path("type"));
        }
        version = object.path("metadata").path("resourceVersion").asText(version);
    }

    private void take(JsonNode object, @Nullable R row) throws UnreadableException {
        tellIf(table.put(ObjectMeta.uid(object), row));
    }

    private void tellIf(boolean different) {
        if (different) {
            changed.run();
        }
    }
}
