package jml.engine.act;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jml.core.act.Course;
import jml.core.act.Effect;
import org.jspecify.annotations.Nullable;

/// One proposal under way as screens see it. One thread writes at a time; any may read.
final class Board {
    private final Runnable changed;
    private final InstantSource clock;
    private final Map<UUID, Effect> effects = new ConcurrentHashMap<>();

    private volatile Story story;
    private volatile Course course;

    Board(Story story, Runnable changed, InstantSource clock) {
        this.changed = changed;
        this.clock = clock;
        this.story = story;
        this.course = course(Course.Stage.GRACE, clock.instant(), null, null, "Nothing is sent yet.");
    }

    Story story() {
        return story;
    }

    /// Shown with the next word about it.
    void story(Story newer) {
        story = newer;
    }

    Course course() {
        return course;
    }

    void effect(UUID act, Effect effect) {
        effects.put(act, effect);
    }

    @Nullable
    Effect effectOf(UUID act) {
        return effects.get(act);
    }

    void show(Course.Stage stage, @Nullable Instant until, String sentence) {
        show(stage, until, null, sentence);
    }

    void show(Course.Stage stage, Course.@Nullable Ending ending, String sentence) {
        show(stage, null, ending, sentence);
    }

    private void show(Course.Stage stage, @Nullable Instant until, Course.@Nullable Ending ending, String sentence) {
        var since = course.stage() == stage ? course.since() : clock.instant();
        course = course(stage, since, until, ending, sentence);
        changed.run();
    }

    private Course course(
            Course.Stage stage,
            Instant since,
            @Nullable Instant until,
            Course.@Nullable Ending ending,
            String sentence) {
        var now = story;
        var steps = now.legs().stream()
                .map(leg -> new Course.Step(
                        leg.act(),
                        Objects.requireNonNullElse(leg.seen(), leg.looked()),
                        leg.receipt(),
                        effects.get(leg.act().id())))
                .toList();
        return new Course(
                now.proposal(),
                now.confirmation(),
                now.origin().intent(),
                stage,
                since,
                until,
                steps,
                ending,
                sentence);
    }
}
