package jml.views.frame;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Origin;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.source.SourceHealth;
import jml.core.text.Words;
import jml.views.kit.EnvironmentChip;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.ShownEnvironment;
import org.jspecify.annotations.Nullable;

/// Makes what the frame says. Pure but for the clock, which tells how old the newest snapshot is.
final class FrameContents {
    /// Snapshots come every 30 s; older than three of them, "live" would be a lie.
    private static final Duration LIVE_FOR = Duration.ofSeconds(90);

    private static final int MOST_BANNERS = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneId.of("UTC"));

    private final Clock clock;

    FrameContents(Clock clock) {
        this.clock = clock;
    }

    /// @param recordingProblem why nothing is recorded, one sentence; empty when all is well
    /// @param later events after the instant shown, oldest first
    FrameContent of(Moment moment, Link link, String recordingProblem, List<FleetEvent> later) {
        var snapshot = moment.snapshot();
        var environment = ShownEnvironment.of(snapshot, link);
        var sources = snapshot.sources().stream()
                .filter(it -> environment.isEmpty()
                        || it.environment().isEmpty()
                        || it.environment().equals(environment.get().name()))
                .toList();
        return new FrameContent(
                place(snapshot, environment),
                breaching(snapshot, environment),
                live(moment, link),
                snapshot.at(),
                sources,
                banners(moment, link, sources, recordingProblem, next(snapshot, link, environment, later)));
    }

    private static FrameContent.Place place(FleetSnapshot snapshot, Optional<Environment> environment) {
        var kind = snapshot.origin() == Origin.FILE
                ? EnvironmentChip.Kind.FROM_FILE
                : snapshot.origin() == Origin.SIMULATED
                        ? EnvironmentChip.Kind.SIMULATED
                        : environment.map(it -> kind(it.stage())).orElse(EnvironmentChip.Kind.DEV);
        return new FrameContent.Place(
                environment.map(Environment::name).orElse(""),
                kind,
                environment.map(Environment::readOnly).orElse(false),
                snapshot.environments());
    }

    static EnvironmentChip.Kind kind(Environment.Stage stage) {
        return switch (stage) {
            case PRODUCTION -> EnvironmentChip.Kind.PRODUCTION;
            case STAGING -> EnvironmentChip.Kind.STAGING;
            case DEVELOPMENT -> EnvironmentChip.Kind.DEV;
            case SIMULATED -> EnvironmentChip.Kind.SIMULATED;
        };
    }

    private static int breaching(FleetSnapshot snapshot, Optional<Environment> environment) {
        var breaching = 0;
        for (var row = 0; row < snapshot.size(); row++) {
            var here = environment.isEmpty()
                    || snapshot.model(row)
                            .key()
                            .environment()
                            .equals(environment.get().name());
            if (here && snapshot.standing(row).state() == ModelState.BREACHING) {
                breaching++;
            }
        }
        return breaching;
    }

    private FrameContent.Live live(Moment moment, Link link) {
        var at = moment.snapshot().at();
        if (link.at() != null) {
            return new FrameContent.Live(FrameContent.Live.Tone.PAST, "Past", time(at), UTC.format(at));
        }
        if (moment.snapshot().sources().isEmpty()) {
            return new FrameContent.Live(FrameContent.Live.Tone.OLD, "Not connected", "", UTC.format(at));
        }
        var age = Duration.between(at, clock.instant());
        var old = age.compareTo(LIVE_FOR) > 0;
        var simulated = moment.snapshot().origin() == Origin.SIMULATED;
        return new FrameContent.Live(
                old ? FrameContent.Live.Tone.OLD : FrameContent.Live.Tone.LIVE,
                old ? "Last seen" : simulated ? "Simulated" : "Live",
                Words.age(age) + " ago",
                UTC.format(at));
    }

    private List<FrameContent.Notice> banners(
            Moment moment, Link link, List<SourceHealth> sources, String recordingProblem, @Nullable NextEvent next) {
        var banners = new ArrayList<FrameContent.Notice>();
        if (link.at() != null) {
            banners.add(past(moment.snapshot().at(), next));
        }
        if (!recordingProblem.isEmpty()) {
            banners.add(new FrameContent.Notice(
                    FrameContent.Notice.Kind.RECORDING, "Nothing is recorded now.", recordingProblem));
        }
        if (!sources.isEmpty() && sources.stream().noneMatch(it -> it.state() == SourceHealth.State.LIVE)) {
            silent(sources, moment.snapshot().at()).ifPresent(banners::add);
        }
        if (moment.snapshot().origin() == Origin.SIMULATED && !welcoming(link)) {
            banners.add(simulated(link.screen()));
        }
        return List.copyOf(banners.subList(0, Math.min(MOST_BANNERS, banners.size())));
    }

    private @Nullable NextEvent next(
            FleetSnapshot snapshot, Link link, Optional<Environment> environment, List<FleetEvent> later) {
        var name = environment.map(Environment::name).orElse("");
        var key = link.selection().isEmpty() ? null : new ModelKey(name, link.selection());
        var selected = key != null && snapshot.roster().row(key).isPresent() ? key : null;
        return NextEvent.of(later, name, selected, snapshot.at(), clock.getZone())
                .orElse(null);
    }

    /// The welcome says itself that the fleet is simulated.
    private static boolean welcoming(Link link) {
        return link.screen() == ScreenId.ON_CALL && link.selection().isEmpty() && link.at() == null;
    }

    private FrameContent.Notice past(Instant at, @Nullable NextEvent next) {
        var ago = Duration.between(at, clock.instant());
        var day = at.atZone(clock.getZone())
                        .toLocalDate()
                        .equals(clock.instant().atZone(clock.getZone()).toLocalDate())
                ? ""
                : DateTimeFormatter.ofPattern("EEE d MMM ", Locale.ENGLISH)
                        .withZone(clock.getZone())
                        .format(at);
        var minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                .withZone(clock.getZone())
                .format(at);
        return new FrameContent.Notice(
                FrameContent.Notice.Kind.PAST,
                day + minute + ", " + Words.age(ago) + " ago.",
                "You see the fleet as it was. Actions are off.",
                next);
    }

    private static Optional<FrameContent.Notice> silent(List<SourceHealth> sources, Instant at) {
        if (sources.stream().anyMatch(it -> it.state() == SourceHealth.State.WAITING)) {
            return Optional.empty();
        }
        var newest = sources.stream()
                .map(it -> it.age(at))
                .filter(java.util.Objects::nonNull)
                .min(Duration::compareTo);
        return Optional.of(new FrameContent.Notice(
                FrameContent.Notice.Kind.SILENT,
                "No source answers.",
                newest.map(age -> "You see what was known " + Words.age(age) + " ago.")
                        .orElse("Nothing is known yet.")));
    }

    private static FrameContent.Notice simulated(ScreenId screen) {
        return screen == ScreenId.CONNECTIONS
                ? new FrameContent.Notice(
                        FrameContent.Notice.Kind.SIMULATED,
                        "The fleet on the other screens is simulated",
                        "until a source is connected here.")
                : new FrameContent.Notice(
                        FrameContent.Notice.Kind.SIMULATED, "Simulated fleet.", "Nothing here is real.");
    }

    private String time(Instant at) {
        return TIME.withZone(clock.getZone()).format(at);
    }
}
