package jml.connectors.preset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A YAML value that knows where it stands, so that a complaint can say the line.
sealed interface YamlNode {
    Place place();

    /// @param path field names from the top, joined by dots
    record Place(String file, int line, String path) {
        PresetException wrong(String reason) {
            return new PresetException(file, line, path, reason);
        }
    }

    record Text(Place place, String value) implements YamlNode {}

    record Items(Place place, List<YamlNode> values) implements YamlNode {}

    record Fields(Place place, SequencedMap<String, YamlNode> values) implements YamlNode {}

    /// The one document of a file.
    static YamlNode parse(String file, String yaml) throws PresetException {
        try (var parser = new YAMLFactory().createParser(yaml)) {
            var first = parser.nextToken();
            if (first == null) {
                throw new PresetException(file, 1, "", "is empty");
            }
            return read(parser, first, file, "");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new PresetException(
                    file,
                    at == null ? 1 : at.getLineNr(),
                    "",
                    e.getOriginalMessage().replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private static YamlNode read(YAMLParser parser, JsonToken token, String file, String path)
            throws IOException, PresetException {
        var place = new Place(file, parser.currentTokenLocation().getLineNr(), path);
        return switch (token) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, YamlNode>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    var at = parser.currentTokenLocation().getLineNr();
                    var value = read(parser, parser.nextToken(), file, path.isEmpty() ? name : path + "." + name);
                    if (fields.put(name, value) != null) {
                        throw new PresetException(file, at, value.place().path(), "is there twice");
                    }
                }
                yield new Fields(place, fields);
            }
            case START_ARRAY -> {
                var items = new ArrayList<YamlNode>();
                for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(read(parser, next, file, path + "[" + items.size() + "]"));
                }
                yield new Items(place, items);
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Text(place, parser.getText());
            default -> throw place.wrong("has no value");
        };
    }

    default String text() throws PresetException {
        if (this instanceof Text(var _, var value) && !value.isBlank()) {
            return value;
        }
        throw place().wrong("must be text");
    }

    default List<String> texts() throws PresetException {
        if (!(this instanceof Items(var _, var values))) {
            throw place().wrong("must be a list");
        }
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value.text());
        }
        return texts;
    }

    default Map<String, YamlNode> fields() throws PresetException {
        if (!(this instanceof Fields(var _, var values))) {
            throw place().wrong("must be a list of fields");
        }
        return values;
    }
}
