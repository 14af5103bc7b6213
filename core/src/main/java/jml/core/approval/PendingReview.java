package jml.core.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.model.ModelKey;
import jml.core.policy.PolicyDecision;
import org.jspecify.annotations.Nullable;

/// A version that waits for people's decision, with all that one of them must see.
///
/// @param model row of the fleet that it is about; the registry may call it otherwise
/// @param review how far it is
/// @param fourEyes who may decide
/// @param people everyone with a trusted key, in the order of the file
/// @param you who sits here, as the trusted keys name them; empty when this machine's key is not among them
/// @param key this machine's key among the trusted ones; null when it is not
/// @param since when it began to wait
/// @param until when the wait ends by itself; null when it does not
/// @param then what happens after the last approval, in words
public record PendingReview(
        ModelKey model,
        Evidence evidence,
        Review review,
        FourEyes fourEyes,
        List<TrustedKey> people,
        List<Contribution> contributions,
        String you,
        @Nullable TrustedKey key,
        Instant since,
        @Nullable Instant until,
        String then) {
    public PendingReview {
        people = List.copyOf(people);
        contributions = List.copyOf(contributions);
    }

    /// Why this machine may not make that decision now, in words; empty when it may. Whoever signs asks again.
    public Optional<String> obstacle(Approvals.Wish wish, Instant now) {
        if (evidence.artifact() == null) {
            return Optional.of("Nothing can be signed: neither the registry nor a signature tells the digest of v"
                    + evidence.version() + ".");
        }
        var mine = key;
        if (mine == null) {
            return Optional.of("This machine's key is not among the trusted ones; console approval key prints it.");
        }
        var standing = mine.at(now);
        if (standing != TrustedKey.Standing.TRUSTED) {
            return Optional.of(
                    switch (standing) {
                        case REVOKED -> "Your key was revoked at " + mine.revokedAt() + ".";
                        case EXPIRED -> "Your key ended at " + mine.until() + ".";
                        default -> "Your key begins at " + mine.from() + ".";
                    });
        }
        if (wish.reason().isBlank()) {
            return Optional.of("A reason is required; it is signed and recorded.");
        }
        return switch (wish.decision()) {
            case REJECT -> Optional.empty();
            case PASS_BY_POLICY -> Optional.of("Only a rule lets a version pass without a person.");
            case APPROVE, APPROVE_WITH_EXCEPTION -> person(wish, mine).or(() -> rules(wish, now));
        };
    }

    private Optional<String> person(Approvals.Wish wish, TrustedKey mine) {
        if (wish.bypass()) {
            return mine.roles().contains(FourEyes.BYPASS)
                    ? Optional.empty()
                    : Optional.of("You may not pass over the four eyes.");
        }
        var answer = fourEyes.of(mine.person(), mine.roles(), contributions);
        return answer.may() && !answer.onlyAsBypass() ? Optional.empty() : Optional.of("You " + answer.reason() + ".");
    }

    private Optional<String> rules(Approvals.Wish wish, Instant now) {
        if ((wish.decision() == Approval.Decision.APPROVE_WITH_EXCEPTION)
                != wish.exception().isPresent()) {
            return Optional.of("An exception needs its rules, its owner and its end.");
        }
        var terms = wish.exception();
        if (terms.isPresent() && !terms.get().endsAt().isAfter(now)) {
            return Optional.of("The exception would have ended already.");
        }
        var excepted = terms.map(it -> Set.copyOf(it.rules())).orElse(Set.of());
        var decision = evidence.policies().excepting(excepted);
        return decision.outcome() == PolicyDecision.Outcome.ALLOWED
                ? Optional.empty()
                : Optional.of(decision.sentence());
    }
}
