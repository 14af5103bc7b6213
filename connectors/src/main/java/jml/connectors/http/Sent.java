package jml.connectors.http;

import java.time.Duration;

/// What became of a request that was sent at most once.
public sealed interface Sent {
    /// The server answered; whatever the status says, the request arrived.
    ///
    /// @param body as far as it came: an answer that is cut off after its status is still an answer
    record Answered(int status, String contentType, String body, Duration took) implements Sent {
        public boolean success() {
            return status >= 200 && status < 300;
        }

        /// The server's own words, as one line for people.
        public String words() {
            return ErrorText.of(contentType, body);
        }

        /// True for a page made for people, which no API sends: something in front of it wants a sign-in.
        public boolean page() {
            return ErrorText.isPage(contentType, body);
        }
    }

    /// Not one byte of it left: no connection, no credentials.
    ///
    /// @param signIn true when a person has to sign in first
    record NotSent(String why, boolean signIn) implements Sent {}

    /// It left, and no answer came. Nobody knows whether it was carried out.
    record Lost(String why) implements Sent {}
}
