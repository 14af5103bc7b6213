package jml.views.releases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jml.core.act.Offer;
import jml.core.act.Proposal;
import jml.core.act.Release;
import jml.core.act.ReleaseState;
import jml.core.fleet.Moment;
import jml.core.model.Environment;
import jml.core.text.Words;
import jml.views.act.Acting;
import jml.views.kit.screen.Link;
import jml.views.kit.table.FleetLine;
import jml.views.kit.table.RowFilter;
import org.jspecify.annotations.Nullable;

/// Makes the board from the releases of a moment. Pure; for a background thread.
final class BoardContents {
    private static final int CARDS = 3;

    private final Moment moment;
    private final Acting acting;
    private final Map<String, Environment> environments;
    private final Instant now;
    private final DateTimeFormatter clock;

    BoardContents(Moment moment, Acting acting, ZoneId zone) {
        this.moment = moment;
        this.acting = acting;
        environments = moment.snapshot().environments().stream()
                .collect(Collectors.toMap(Environment::name, it -> it, (first, _) -> first));
        now = moment.snapshot().at();
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    BoardContent of(List<Release> releases, Link link, Set<ReleaseState> only) {
        var waiting = releases.stream().filter(BoardContents::waits).toList();
        var counts = new EnumMap<ReleaseState, Integer>(ReleaseState.class);
        releases.forEach(it -> counts.merge(it.state(), 1, Integer::sum));
        return new BoardContent(
                waiting.stream().limit(CARDS).map(this::card).toList(),
                Math.max(0, waiting.size() - CARDS),
                counts,
                releases.size(),
                lines(releases, link.filter(), only));
    }

    private static boolean waits(Release release) {
        var group = release.state().group();
        return group == ReleaseState.Group.NEEDS_DECISION || group == ReleaseState.Group.WAITS_FOR_PERSON;
    }

    private BoardContent.Card card(Release release) {
        var ruling = release.ruling();
        var decided = ruling == null ? null : ruling.decidedAt();
        return new BoardContent.Card(
                release,
                row(release),
                ruling == null ? "" : ruling.judgement().sentence(),
                decided == null
                        ? ""
                        : "since " + clock.format(decided) + ", " + Words.age(Duration.between(decided, now)),
                cure(release));
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
        var name = release.facts().key().environment();
        return ReleaseRow.of(
                release, environments.getOrDefault(name, new Environment(name, Environment.Stage.DEVELOPMENT, true)));
    }

    private List<FleetLine<ReleaseRow>> lines(List<Release> releases, String filter, Set<ReleaseState> only) {
        var lines = new ArrayList<FleetLine<ReleaseRow>>();
        for (var group : ReleaseState.Group.values()) {
            var rows = releases.stream()
                    .filter(it -> it.state().group() == group && (only.isEmpty() || only.contains(it.state())))
                    .map(this::row)
                    .toList();
            if (!rows.isEmpty()) {
                lines.add(new FleetLine.Group<>(group.title(), Words.count(rows.size())));
                rows.forEach(row -> lines.add(new FleetLine.Row<>(row.id(), row, row.quiet())));
            }
        }
        return RowFilter.parse(filter).keep(lines, BoardColumns.all());
    }
}
