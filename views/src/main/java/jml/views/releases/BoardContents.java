package jml.views.releases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jml.core.act.Offer;
import jml.core.act.Proposal;
import jml.core.act.Release;
import jml.core.act.ReleaseState;
import jml.core.approval.PendingReview;
import jml.core.fleet.FinishedRelease;
import jml.core.fleet.Moment;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import jml.views.act.Acting;
import jml.views.kit.screen.Link;
import jml.views.kit.table.FleetLine;
import jml.views.kit.table.RowFilter;
import jml.views.releases.review.EvidenceContents;
import org.jspecify.annotations.Nullable;

/// Makes the board from the releases of a moment. Pure; for a background thread.
final class BoardContents {
    private static final int CARDS = 3;

    private final Moment moment;
    private final Acting acting;
    private final Map<String, Environment> environments;
    private final Instant now;
    private final ZoneId zone;

    BoardContents(Moment moment, Acting acting, ZoneId zone) {
        this.moment = moment;
        this.acting = acting;
        environments = moment.snapshot().environments().stream()
                .collect(Collectors.toMap(Environment::name, it -> it, (first, _) -> first));
        now = moment.snapshot().at();
        this.zone = zone;
    }

    /// @param reviews that wait, the longest waiting first; none in the past
    /// @param finished today, the latest first
    BoardContent of(
            List<Release> releases,
            List<PendingReview> reviews,
            List<FinishedRelease> finished,
            Link link,
            Set<ReleaseState> only) {
        var cards = cards(releases, reviews);
        var counts = new EnumMap<ReleaseState, Integer>(ReleaseState.class);
        releases.forEach(it -> counts.merge(it.state(), 1, Integer::sum));
        var lines = lines(releases, reviews, finished, only);
        return new BoardContent(
                cards.stream().limit(CARDS).toList(),
                Math.max(0, cards.size() - CARDS),
                counts,
                releases.size() + reviews.size() + finished.size(),
                RowFilter.parse(link.filter()).keep(lines, BoardColumns.all()));
    }

    /// What needs a decision, then reviews, then what was proven and waits to be promoted.
    private List<BoardContent.Card> cards(List<Release> releases, List<PendingReview> reviews) {
        var cards = new ArrayList<BoardContent.Card>();
        releases.stream()
                .filter(it -> it.state().group() == ReleaseState.Group.NEEDS_DECISION)
                .forEach(it -> cards.add(card(it)));
        reviews.forEach(it -> cards.add(card(it, releases)));
        releases.stream()
                .filter(it -> it.state().group() == ReleaseState.Group.WAITS_FOR_PERSON)
                .filter(it -> review(it, reviews).isEmpty())
                .forEach(it -> cards.add(card(it)));
        return cards;
    }

    private BoardContent.Card card(Release release) {
        var ruling = release.ruling();
        var decided = ruling == null ? null : ruling.decidedAt();
        var row = row(release);
        return new BoardContent.Card(
                row,
                way(row),
                ruling == null ? "" : ruling.judgement().sentence(),
                decided == null ? "" : since(decided),
                cure(release));
    }

    private BoardContent.Card card(PendingReview review, List<Release> releases) {
        var row = releases.stream()
                .filter(it -> isOf(review, it))
                .findFirst()
                .map(it -> row(it).waitingFor(review))
                .orElseGet(() -> ReleaseRow.of(review, environment(review.model())));
        var evidence = review.evidence();
        var until = review.until();
        var denied = evidence.policies().denials().size();
        var sentence = "Approval, " + review.review().approved() + " of "
                + review.review().needed() + ". Checklist " + EvidenceContents.checklistNote(evidence)
                + (denied == 0 ? ", no rule denies." : ", " + Words.count(denied, "rule") + " not kept.");
        return new BoardContent.Card(
                row,
                way(row),
                sentence,
                since(review.since()) + (until == null ? "" : ", due " + Words.time(until, now, zone)),
                null);
    }

    private static String way(ReleaseRow row) {
        return row.arms().baseline() + " → " + row.arms().canary() + " · "
                + row.environment().name();
    }

    private String since(Instant from) {
        return "since " + Words.time(from, now, zone) + ", " + Words.age(Duration.between(from, now));
    }

    private static Optional<PendingReview> review(Release release, List<PendingReview> reviews) {
        return reviews.stream().filter(it -> isOf(it, release)).findFirst();
    }

    private static boolean isOf(PendingReview review, Release release) {
        return review.model().equals(release.facts().key())
                && review.evidence().version().equals(release.facts().candidate());
    }

    private @Nullable Offer cure(Release release) {
        return release.state() != ReleaseState.ROLLBACK
                ? null
                : acting.offers(moment, release.facts().key(), Optional.ofNullable(release.ruling())).stream()
                        .filter(it -> it.allowed() && it.purpose() == Proposal.Purpose.ROLL_BACK)
                        .findFirst()
                        .orElse(null);
    }

    private ReleaseRow row(Release release) {
        return ReleaseRow.of(release, environment(release.facts().key()));
    }

    private Environment environment(ModelKey model) {
        var name = model.environment();
        return environments.getOrDefault(name, new Environment(name, Environment.Stage.DEVELOPMENT, true));
    }

    private List<FleetLine<ReleaseRow>> lines(
            List<Release> releases,
            List<PendingReview> reviews,
            List<FinishedRelease> finished,
            Set<ReleaseState> only) {
        var groups = new EnumMap<ReleaseState.Group, List<ReleaseRow>>(ReleaseState.Group.class);
        for (var release : releases) {
            if (only.isEmpty() || only.contains(release.state())) {
                var group = release.state().group();
                var review = group == ReleaseState.Group.NEEDS_DECISION
                        ? Optional.<PendingReview>empty()
                        : review(release, reviews);
                groups.computeIfAbsent(
                                review.isPresent() ? ReleaseState.Group.WAITS_FOR_PERSON : group,
                                _ -> new ArrayList<>())
                        .add(review.map(it -> row(release).waitingFor(it)).orElseGet(() -> row(release)));
            }
        }
        if (only.isEmpty()) {
            reviews.stream()
                    .filter(it -> releases.stream().noneMatch(release -> isOf(it, release)))
                    .map(it -> ReleaseRow.of(it, environment(it.model())))
                    .forEach(it -> groups.computeIfAbsent(ReleaseState.Group.WAITS_FOR_PERSON, _ -> new ArrayList<>())
                            .add(it));
        }
        var lines = new ArrayList<FleetLine<ReleaseRow>>();
        groups.forEach((group, rows) -> group(lines, group.title(), rows));
        if (only.isEmpty()) {
            group(
                    lines,
                    "Finished today",
                    finished.stream()
                            .map(it -> ReleaseRow.of(it, environment(it.model()), now, zone))
                            .toList());
        }
        return lines;
    }

    private static void group(List<FleetLine<ReleaseRow>> lines, String title, List<ReleaseRow> rows) {
        if (!rows.isEmpty()) {
            lines.add(new FleetLine.Group<>(title, Words.count(rows.size())));
            rows.forEach(row -> lines.add(new FleetLine.Row<>(row.id(), row, row.quiet())));
        }
    }
}
