package jml.connectors.http;

import okhttp3.HttpUrl;

/// What came of one exchange with a server.
sealed interface Reply<T> {
    record Done<T>(Answer<T> answer) implements Reply<T> {}

    record Moved<T>(HttpUrl target) implements Reply<T> {}
}
