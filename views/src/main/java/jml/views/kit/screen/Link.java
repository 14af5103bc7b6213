package jml.views.kit.screen;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import jml.core.fleet.ModelState;
import org.jspecify.annotations.Nullable;

/// Where a person is in the console, as one value: what back and forward move through, what "Copy link" copies and
/// what another console opens.
///
/// @param environment name; empty means the console's own choice
/// @param filter as typed above the table
/// @param states that the table is narrowed to; empty means all
/// @param section tab or part of the screen; empty means its first
/// @param selection model or source that is selected; empty means none
/// @param at the past instant shown; null means live
public record Link(
        ScreenId screen,
        String environment,
        String filter,
        Set<ModelState> states,
        String section,
        String selection,
        @Nullable Instant at) {
    /// The start of every link.
    public static final String SCHEME = "jml://";

    /// Where the console starts: On-call, live, nothing chosen.
    public static final Link START = new Link(ScreenId.ON_CALL, "", "", Set.of(), "", "", null);

    public Link {
        states = states.isEmpty() ? Set.of() : Set.copyOf(states);
    }

    /// Another screen at the same instant and environment; its filter, section and selection begin anew.
    public Link to(ScreenId other) {
        return other == screen ? this : new Link(other, environment, "", Set.of(), "", "", at);
    }

    public Link withEnvironment(String name) {
        return new Link(screen, name, filter, states, section, selection, at);
    }

    public Link withFilter(String typed) {
        return new Link(screen, environment, typed, states, section, selection, at);
    }

    public Link withStates(Set<ModelState> only) {
        return new Link(screen, environment, filter, only, section, selection, at);
    }

    public Link withSection(String part) {
        return new Link(screen, environment, filter, states, part, selection, at);
    }

    public Link withSelection(String key) {
        return new Link(screen, environment, filter, states, section, key, at);
    }

    public Link withAt(@Nullable Instant instant) {
        return new Link(screen, environment, filter, states, section, selection, instant);
    }

    /// `jml://on-call?env=prod-eu&select=fraud-scorer&at=2026-11-11T14:32:06Z`; what is empty is left out.
    public String format() {
        var query = new StringJoiner("&");
        put(query, "env", environment);
        put(query, "filter", filter);
        var words = new TreeSet<String>();
        states.forEach(state -> words.add(word(state)));
        put(query, "state", String.join(",", words));
        put(query, "section", section);
        put(query, "select", selection);
        put(query, "at", at == null ? "" : at.toString());
        return SCHEME + screen.id() + (query.length() == 0 ? "" : "?" + query);
    }

    /// Empty when the text is no link of this console. A part it does not know, or cannot read, is left out.
    public static Optional<Link> parse(String text) {
        var link = text.strip();
        if (!link.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var rest = link.substring(SCHEME.length());
        var mark = rest.indexOf('?');
        var name = mark < 0 ? rest : rest.substring(0, mark);
        var parts = parts(mark < 0 ? "" : rest.substring(mark + 1));
        return ScreenId.of(name.endsWith("/") ? name.substring(0, name.length() - 1) : name)
                .map(screen -> new Link(
                        screen,
                        parts.getOrDefault("env", ""),
                        parts.getOrDefault("filter", ""),
                        states(parts.getOrDefault("state", "")),
                        parts.getOrDefault("section", ""),
                        parts.getOrDefault("select", ""),
                        instant(parts.getOrDefault("at", ""))));
    }

    private static void put(StringJoiner query, String key, String value) {
        if (!value.isEmpty()) {
            query.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> parts(String query) {
        var parts = new HashMap<String, String>();
        for (var part : query.split("&")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return parts;
    }

    /// A link damaged in a chat still leads to the screen it names.
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static Set<ModelState> states(String words) {
        var states = EnumSet.noneOf(ModelState.class);
        for (var word : words.split(",")) {
            for (var state : ModelState.values()) {
                if (word(state).equals(word)) {
                    states.add(state);
                }
            }
        }
        return states;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static String word(ModelState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
