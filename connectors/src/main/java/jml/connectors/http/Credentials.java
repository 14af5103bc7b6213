package jml.connectors.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jml.connectors.http.SecretReader.SecretException;
import okhttp3.Headers;

/// Turns an [Access] into the headers of one request.
final class Credentials {
    // Some people put a key among the plain headers; a tenant's name is mostly shorter and stays readable.
    private static final int LIKE_A_KEY = 12;

    private final Access access;
    private final SecretReader secrets;

    Credentials(Access access, SecretReader secrets) {
        this.access = access;
        this.secrets = secrets;
    }

    /// What one request says of who asks.
    ///
    /// @param secrets every value in the headers that nobody else may read
    record Signature(Headers headers, SentSecrets secrets) {}

    Signature sign() throws SecretException, InterruptedException {
        var headers = new Headers.Builder();
        var sent = new ArrayList<String>();
        for (var header : access.headers().entrySet()) {
            put(headers, header.getKey(), header.getValue());
            if (header.getValue().length() >= LIKE_A_KEY) {
                sent.add(header.getValue());
            }
        }
        for (var header : access.secretHeaders().entrySet()) {
            var value = secrets.read(header.getValue());
            put(headers, header.getKey(), value);
            sent.add(value);
        }
        switch (access.auth()) {
            case Auth.None() -> {}
            case Auth.Bearer(var token) -> {
                var value = secrets.read(token);
                put(headers, "Authorization", "Bearer " + value);
                sent.add(value);
            }
            case Auth.Basic(var user, var password) -> {
                var value = secrets.read(password);
                var pair = okhttp3.Credentials.basic(user, value, StandardCharsets.UTF_8);
                put(headers, "Authorization", pair);
                sent.addAll(List.of(value, pair.substring("Basic ".length())));
            }
        }
        return new Signature(headers.build(), SentSecrets.of(sent));
    }

    private static void put(Headers.Builder headers, String name, String value) throws SecretException {
        try {
            headers.set(name, value);
        } catch (IllegalArgumentException e) {
            // Its own message would quote the value.
            throw new SecretException("header " + name + " has a name or value that HTTP does not allow");
        }
    }

    void refused() {
        for (var secret : used()) {
            secrets.forget(secret);
        }
    }

    private List<Secret> used() {
        var used = new ArrayList<>(access.secretHeaders().values());
        switch (access.auth()) {
            case Auth.None() -> {}
            case Auth.Bearer(var token) -> used.add(token);
            case Auth.Basic(var _, var password) -> used.add(password);
        }
        return used;
    }
}
