package jml.app.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads single fields of one profile and says file, line and field of what is wrong.
final class Fields {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DIGITS = 9;

    private final String file;
    private final YamlLines lines;

    Fields(String file, YamlLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /// An element of a list with its path in the file.
    record At<T>(T value, String at) {}

    static <T> List<At<T>> numbered(@Nullable List<T> list, String path) {
        var numbered = new ArrayList<At<T>>();
        for (int i = 0; i < given(list).size(); i++) {
            numbered.add(new At<>(given(list).get(i), path + "[" + i + "]"));
        }
        return numbered;
    }

    static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    String required(@Nullable String value, String at) throws ProfileException {
        if (value == null || value.isBlank()) {
            throw wrong(at, "is missing");
        }
        return value;
    }

    Duration duration(@Nullable String text, Duration otherwise, String at) throws ProfileException {
        if (text == null) {
            return otherwise;
        }
        if (text.isBlank()) {
            throw wrong(at, "has no value; fill it in or take the line out");
        }
        var parts = DURATION.matcher(text.strip());
        if (!parts.matches()) {
            throw wrong(at, text + " is no duration; write 500ms, 15s, 2m or 1h");
        }
        if (parts.group(1).length() > MOST_DIGITS) {
            throw wrong(at, text + " is longer than a day");
        }
        long amount = Long.parseLong(parts.group(1));
        var duration =
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                };
        if (duration.isZero()) {
            throw wrong(at, "must be longer than nothing");
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw wrong(at, text + " is longer than a day");
        }
        return duration;
    }

    ProfileException wrong(String field, String what) {
        return new ProfileException(
                file + " line " + lines.of(field) + ": " + (field.isEmpty() ? "" : field + " ") + what);
    }
}
