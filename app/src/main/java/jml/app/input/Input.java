package jml.app.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A place in a JSON document, which knows its path for messages: `metrics[2].margin`.
public record Input(String path, JsonNode node) {
    /// What one minute counts at most; beyond it a count is a slip, and the evidence would take for ever.
    private static final long MOST = 1_000_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern TWICE = Pattern.compile("^Duplicate field '(.*)'$");

    public static Input read(Path file) throws InputException {
        try {
            var text = Files.readString(file);
            if (text.startsWith("\uFEFF")) {
                throw new InputException("", file + " begins with a byte order mark, which JSON does not have");
            }
            return new Input("", JSON.readTree(text));
        } catch (NoSuchFileException missing) {
            throw new InputException("there is no file " + file, missing);
        } catch (JsonProcessingException broken) {
            throw new InputException(file + " is no JSON: " + place(broken) + reason(broken), broken);
        } catch (CharacterCodingException binary) {
            throw new InputException(file + " is not UTF-8 text", binary);
        } catch (IOException unreadable) {
            throw new InputException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String place(JsonProcessingException broken) {
        var at = broken.getLocation();
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private static String reason(JsonProcessingException broken) {
        var reason = String.valueOf(broken.getOriginalMessage());
        var twice = TWICE.matcher(reason);
        if (twice.find()) {
            return twice.group(1) + " is there twice";
        }
        if (broken instanceof StreamConstraintsException) {
            return "nested too deeply, or a number or name is too long";
        }
        return reason.startsWith("Trailing token") ? "something follows its end" : reason;
    }

    /// An object with no other fields than these.
    public Input object(Set<String> fields) throws InputException {
        if (!node.isObject()) {
            throw wrong("must be an object");
        }
        for (var names = node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!fields.contains(name)) {
                throw field(name).wrong("no such field; there are " + String.join(", ", new TreeSet<>(fields)));
            }
        }
        return this;
    }

    public Input field(String name) {
        return new Input(path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    public boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    public List<Input> list() throws InputException {
        if (!node.isArray()) {
            throw wrong(present() ? "must be a list" : "is missing");
        }
        var all = new ArrayList<Input>();
        for (int i = 0; i < node.size(); i++) {
            all.add(new Input(path + "[" + i + "]", node.get(i)));
        }
        return all;
    }

    public Map<String, Input> entries() throws InputException {
        if (!node.isObject()) {
            throw wrong("must be an object");
        }
        var all = new LinkedHashMap<String, Input>();
        node.fieldNames().forEachRemaining(name -> all.put(name, field(name)));
        return all;
    }

    public String text() throws InputException {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw wrong(present() ? "must be a text" : "is missing");
        }
        return node.textValue();
    }

    public String text(String otherwise) throws InputException {
        return present() ? text() : otherwise;
    }

    public boolean flag(boolean otherwise) throws InputException {
        if (present() && !node.isBoolean()) {
            throw wrong("must be true or false");
        }
        return node.asBoolean(otherwise);
    }

    public double number() throws InputException {
        if (!node.isNumber()) {
            throw wrong(present() ? "must be a number" : "is missing");
        }
        if (!Double.isFinite(node.doubleValue())) {
            throw wrong("is too large a number");
        }
        return node.doubleValue();
    }

    public double number(double otherwise) throws InputException {
        return present() ? number() : otherwise;
    }

    public long count() throws InputException {
        if (!node.isNumber() || node.doubleValue() != Math.rint(node.doubleValue()) || node.doubleValue() < 0) {
            throw wrong(present() ? "must be a whole number, 0 or more" : "is missing");
        }
        if (node.doubleValue() > MOST) {
            throw wrong(String.format(Locale.ROOT, "is more than %,d, the most for one minute", MOST));
        }
        return node.longValue();
    }

    public int whole(int otherwise) throws InputException {
        return whole(otherwise, 0);
    }

    public int whole(int otherwise, int least) throws InputException {
        double value = number(otherwise);
        if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
            throw wrong("must be a whole number, " + least + " or more");
        }
        return (int) value;
    }

    /// Numbers; null stands for a missing one.
    public double[] numbers() throws InputException {
        var all = list();
        var numbers = new double[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = all.get(i).number(Double.NaN);
        }
        return numbers;
    }

    public InputException wrong(String message) {
        return new InputException(path, message);
    }
}
