package jml.core.judge.argo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A condition of Argo's language (expr) written anew in CEL, token by token, with the place each character came from.
/// Numbers become doubles except inside an index, since CEL does not compute with an integer and a double.
final class ConditionText {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s+)|(?<text>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
                    + "|(?<number>\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(?<word>[A-Za-z_]\\w*)|(?<sign>.)",
            Pattern.DOTALL);

    /// What a predicate calls the element: `#` in expr.
    static final String ELEMENT = "_";

    private static final Map<String, String> WORDS = Map.of("and", "&&", "or", "||", "not", "!", "nil", "null");
    private static final Map<String, String> SIGNS = Map.of("{", "(", "}", ")", "#", ELEMENT);

    private final String condition;
    private final StringBuilder cel = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();
    private final Deque<Boolean> brackets = new ArrayDeque<>();
    private String before = "";

    private ConditionText(String condition) {
        this.condition = condition;
        var tokens = TOKEN.matcher(condition);
        while (tokens.find()) {
            put(tokens);
        }
    }

    static ConditionText of(String condition) {
        return new ConditionText(condition);
    }

    String cel() {
        return cel.toString();
    }

    /// @param line, column in the CEL text, the line from 1 and the column from 0
    ConditionException wrong(int line, int column, String message) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = cel.indexOf("\n", at) + 1;
        }
        at += Math.max(0, column);
        int origin = at < origins.size() ? origins.get(at) : condition.length();
        var head = condition.substring(0, origin);
        int lines = (int) head.chars().filter(it -> it == '\n').count();
        return new ConditionException(lines + 1, origin - head.lastIndexOf('\n'), message);
    }

    private void put(Matcher token) {
        var text = token.group();
        append(written(token, text), token.start());
        if (token.group("space") == null) {
            bracket(text);
            before = text;
        }
    }

    private void append(String text, int origin) {
        for (int i = 0; i < text.length(); i++) {
            cel.append(text.charAt(i));
            origins.add(origin);
        }
    }

    private String written(Matcher token, String text) {
        if (token.group("number") != null) {
            var plain = text.replace("_", "");
            return indexed() || plain.matches(".*[.eE].*") ? plain : plain + ".0";
        }
        if (token.group("word") != null) {
            // As an index a length must stay a whole number.
            return indexed() && text.equals("len") ? "size" : WORDS.getOrDefault(text, text);
        }
        return token.group("sign") != null ? SIGNS.getOrDefault(text, text) : text;
    }

    private void bracket(String text) {
        switch (text) {
            case "[" -> brackets.push(before.matches("\\w+|[\\])]") && !before.equals("in"));
            case "(", "{" -> brackets.push(indexed());
            case "]", ")", "}" -> brackets.poll();
            default -> {}
        }
    }

    private boolean indexed() {
        return Boolean.TRUE.equals(brackets.peek());
    }
}
