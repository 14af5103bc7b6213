package jml.core.act;

import static org.assertj.core.api.Assertions.assertThat;

import jml.core.act.Receipt.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The part of the contract that takes a server which fails as told: a change is sent once, whatever happens to it, and
/// its receipt says no more than is known.
public abstract class SentOnceContract extends ActuatorContract {
    /// What can happen to a request that changes something.
    public enum Fault {
        /// The server reads all of it and closes the connection without a word.
        CUT_AFTER_RECEIVING,
        NO_ANSWER_IN_TIME,
        /// Also says `Retry-After: 0`, which some clients obey.
        ERROR_500,
        BAD_GATEWAY_502,
        BUSY_503,
        TOO_MANY_429,
        REDIRECTED_307,
        FORBIDDEN_403,
        UNAUTHORIZED_401,
        GONE_404
    }

    /// Makes every later request that would change something end like this.
    protected abstract void fail(Fault fault) throws Exception;

    @ParameterizedTest
    @EnumSource
    protected void aFaultHasItsReceiptAndNothingIsSentTwice(Fault fault) throws Exception {
        var seen = actuator().prepare(act()).seen();
        fail(fault);

        var receipt = actuator().send(act(), seen);

        switch (fault) {
            case CUT_AFTER_RECEIVING, NO_ANSWER_IN_TIME, ERROR_500, BAD_GATEWAY_502 ->
                assertThat(receipt).isInstanceOf(Receipt.Unknown.class);
            case BUSY_503, TOO_MANY_429 -> assertRefused(receipt, Reason.UNAVAILABLE);
            case FORBIDDEN_403, UNAUTHORIZED_401, REDIRECTED_307 -> assertRefused(receipt, Reason.FORBIDDEN);
            case GONE_404 -> assertRefused(receipt, Reason.GONE);
        }
        assertThat(writes()).isEqualTo(1);
        assertThat(actuator().effect(act(), seen).state()).isEqualTo(Effect.State.ABSENT);
    }

    private static void assertRefused(Receipt receipt, Reason reason) {
        assertThat(receipt).isInstanceOfSatisfying(Receipt.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }
}
