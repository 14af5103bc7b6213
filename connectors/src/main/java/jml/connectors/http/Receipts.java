package jml.connectors.http;

import java.util.function.Function;
import jml.core.act.Receipt;
import jml.core.act.Receipt.Reason;
import jml.core.source.SourceException;

/// What an exchange means for the act that it carried.
public final class Receipts {
    private Receipts() {}

    /// A server that failed, and a gate that gave up waiting for it, may have carried the request out: 500, 502, 504
    /// and 408 leave that open. 429 and 503 say that it was not taken on.
    ///
    /// @param mark read from the answer of a success
    public static Receipt of(Sent sent, Function<Sent.Answered, String> mark) {
        return switch (sent) {
            case Sent.NotSent(var why, var signIn) ->
                new Receipt.Refused(signIn ? Reason.FORBIDDEN : Reason.UNAVAILABLE, 0, "nothing was sent: " + why);
            case Sent.Lost(var why) -> new Receipt.Unknown("it was sent and no answer came: " + why);
            case Sent.Answered answered
            when answered.success() && !answered.page() ->
                new Receipt.Accepted(answered.status(), answered.took(), mark.apply(answered));
            case Sent.Answered answered -> failed(answered);
        };
    }

    /// What could not even be asked before sending.
    public static Receipt notSent(SourceException problem) {
        var reason =
                switch (problem.kind()) {
                    case FORBIDDEN, SIGN_IN_NEEDED -> Reason.FORBIDDEN;
                    default -> Reason.UNAVAILABLE;
                };
        return new Receipt.Refused(reason, 0, "nothing was sent: " + problem.getMessage());
    }

    private static Receipt failed(Sent.Answered answered) {
        int status = answered.status();
        var words = answered.words();
        if (status < 400) {
            return new Receipt.Refused(Reason.FORBIDDEN, status, "a sign-in page answered: " + words);
        }
        return switch (status) {
            case 401, 403, 407 -> new Receipt.Refused(Reason.FORBIDDEN, status, words);
            case 404, 410 -> new Receipt.Refused(Reason.GONE, status, words);
            case 409, 412 -> new Receipt.Refused(Reason.MOVED_ON, status, words);
            case 429, 503 -> new Receipt.Refused(Reason.UNAVAILABLE, status, words);
            case 408 -> new Receipt.Unknown("HTTP 408: " + words);
            default ->
                status < 500
                        ? new Receipt.Refused(Reason.INVALID, status, words)
                        : new Receipt.Unknown("HTTP " + status + ": " + words);
        };
    }
}
