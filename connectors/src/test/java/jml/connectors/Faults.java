package jml.connectors;

import jml.core.act.SentOnceContract.Fault;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/// How a server of the tests lets a request end that it has read whole.
public final class Faults {
    private Faults() {}

    public static MockResponse of(Fault fault) {
        var answer = new MockResponse.Builder();
        return switch (fault) {
            case CUT_AFTER_RECEIVING ->
                answer.onResponseStart(SocketEffect.ShutdownConnection.INSTANCE).build();
            case NO_ANSWER_IN_TIME ->
                answer.onResponseStart(SocketEffect.Stall.INSTANCE).build();
            case ERROR_500 -> answer.code(500).addHeader("Retry-After", "0").build();
            case BAD_GATEWAY_502 -> answer.code(502).body("bad gateway").build();
            case BUSY_503 -> answer.code(503).addHeader("Retry-After", "0").build();
            case TOO_MANY_429 -> answer.code(429).addHeader("Retry-After", "0").build();
            case REDIRECTED_307 ->
                answer.code(307).addHeader("Location", "/elsewhere").build();
            case FORBIDDEN_403 -> answer.code(403).body("no").build();
            case UNAUTHORIZED_401 ->
                answer.code(401)
                        .addHeader("WWW-Authenticate", "Basic realm=\"x\"")
                        .build();
            case GONE_404 -> answer.code(404).body("no such thing").build();
        };
    }
}
