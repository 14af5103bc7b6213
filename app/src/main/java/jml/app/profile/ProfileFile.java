package jml.app.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads and writes a profile as YAML. What cannot be read is said with file, line and field.
public final class ProfileFile {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern TWICE = Pattern.compile("^Duplicate field '(.*)'$");

    private ProfileFile() {}

    /// The profile that was asked for, or the one that lies in the data folder, or the simulated fleet.
    public static Profile chosen(@Nullable Path asked, Path data) throws ProfileException {
        if (asked != null) {
            var profile = read(asked);
            if (profile.isSimulated()) {
                throw new ProfileException(asked + " has no sources; leave --profile out to see the simulated fleet");
            }
            return profile;
        }
        var kept = data.resolve("profile.yaml");
        return Files.exists(kept) ? read(kept) : Profile.simulated();
    }

    public static Profile read(Path file) throws ProfileException {
        var name = String.valueOf(file.getFileName());
        var text = text(file, name);
        try {
            var lines = new YamlLines(YAML, text);
            var tree = YAML.readTree(text);
            if (tree.isMissingNode() || tree.isNull()) {
                throw new ProfileException(name + ": the profile is empty");
            }
            new WireShape(new Fields(name, lines)).check(tree);
            // Read again rather than from the tree, which no longer knows how a number was written.
            var profile = WireReading.profile(YAML.readValue(text, WireProfile.class), file, lines);
            var twice = profile.duplicateName();
            if (twice.isPresent()) {
                throw new ProfileException(name + ": " + twice.get() + " is there twice");
            }
            return profile;
        } catch (JacksonException wrong) {
            throw unreadable(name, wrong);
        }
    }

    private static String text(Path file, String name) throws ProfileException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new ProfileException("no such profile: " + file, missing);
        } catch (CharacterCodingException binary) {
            throw new ProfileException(name + ": is not UTF-8 text", binary);
        } catch (IOException unreadable) {
            if (Files.isDirectory(file)) {
                throw new ProfileException(file + " is a folder, not a file", unreadable);
            }
            throw new ProfileException(name + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /// Replaces the file in one step, so that a cut never leaves half a profile.
    public static void write(Profile profile, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a profile needs a folder: " + file);
        }
        Files.createDirectories(folder);
        var next = Files.createTempFile(folder, "profile", ".yaml");
        Files.writeString(next, YAML.writeValueAsString(WireWriting.profile(profile)), StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ProfileException unreadable(String name, JacksonException wrong) {
        var place = wrong.getLocation() == null
                ? ""
                : " line " + wrong.getLocation().getLineNr();
        var reason =
                String.valueOf(wrong.getOriginalMessage()).lines().findFirst().orElse("cannot be read");
        var twice = TWICE.matcher(reason);
        var said = twice.find()
                ? twice.group(1) + " is there twice"
                : reason.startsWith("Trailing token") ? "holds more than one document" : "is no YAML: " + reason;
        return new ProfileException(name + place + ": " + said, wrong);
    }
}
