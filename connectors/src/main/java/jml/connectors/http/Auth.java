package jml.connectors.http;

/// How a request says who asks. Client certificates are part of [Access], because they can come on top.
public sealed interface Auth {
    record None() implements Auth {}

    record Bearer(Secret token) implements Auth {}

    record Basic(String user, Secret password) implements Auth {}
}
