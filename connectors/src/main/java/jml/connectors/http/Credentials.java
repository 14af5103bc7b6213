package jml.connectors.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jml.connectors.http.SecretReader.SecretException;
import okhttp3.Headers;

/// Turns an [Access] into the headers of one request.
final class Credentials {
    private final Access access;
    private final SecretReader secrets;

    Credentials(Access access, SecretReader secrets) {
        this.access = access;
        this.secrets = secrets;
    }

    Headers headers() throws SecretException, InterruptedException {
        var headers = new Headers.Builder();
        for (var header : access.headers().entrySet()) {
            put(headers, header.getKey(), header.getValue());
        }
        for (var header : access.secretHeaders().entrySet()) {
            put(headers, header.getKey(), secrets.read(header.getValue()));
        }
        switch (access.auth()) {
            case Auth.None() -> {}
            case Auth.Bearer(var token) -> put(headers, "Authorization", "Bearer " + secrets.read(token));
            case Auth.Basic(var user, var password) ->
                put(
                        headers,
                        "Authorization",
                        okhttp3.Credentials.basic(user, secrets.read(password), StandardCharsets.UTF_8));
        }
        return headers.build();
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
