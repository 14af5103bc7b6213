package jml.app.profile;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;

/// Which line of a YAML text a field stands in, so that a wrong value can be pointed at.
final class YamlLines {
    private final YAMLMapper yaml;
    private final String text;

    YamlLines(YAMLMapper yaml, String text) {
        this.yaml = yaml;
        this.text = text;
    }

    /// Line, from 1, of a path like `environments[0].stage`; the line of the nearest parent when the field is not
    /// there.
    int of(String path) {
        var wanted = "/" + path.replace("[", "/").replace("]", "").replace(".", "/");
        int line = 1;
        int longest = 0;
        try (var tokens = yaml.createParser(text)) {
            while (tokens.nextToken() != null) {
                var here = tokens.getParsingContext().pathAsPointer().toString();
                if (here.length() > longest && (wanted + "/").startsWith(here + "/")) {
                    longest = here.length();
                    line = tokens.currentTokenLocation().getLineNr();
                }
            }
        } catch (IOException unreadable) {
            return line;
        }
        return line;
    }
}
