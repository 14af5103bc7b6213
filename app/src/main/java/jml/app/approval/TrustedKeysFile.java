package jml.app.approval;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jml.app.input.InputException;
import jml.app.profile.Profile;
import jml.core.approval.TrustedKey;
import jml.core.signing.MalformedException;
import jml.core.signing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/// Whose signatures count: a YAML file beside the profile (docs/approvals.md). A key there twice, a field that is not
/// known or a time that is none is refused: a list of trusted keys is read whole or not at all.
public final class TrustedKeysFile {
    public static final String NAME = "trusted-keys.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TrustedKeysFile() {}

    record WireKeys(@Nullable List<WireKey> keys) {}

    record WireKey(
            @Nullable String person,
            @Nullable List<String> roles,
            @Nullable String key,
            @Nullable String from,
            @Nullable String until,
            @Nullable String revoked,
            @Nullable String because) {}

    /// Where the profile's trusted keys lie, whether they do or not.
    public static Path of(Profile profile, Path data) {
        var file = profile.file();
        var named = profile.governance().trustedKeys();
        var name = named.isEmpty() ? NAME : named;
        return file == null ? data.resolve(name) : file.resolveSibling(name);
    }

    public static List<TrustedKey> read(Path file) throws InputException {
        try {
            var wire = YAML.readValue(Files.readString(file), WireKeys.class);
            var keys = new ArrayList<TrustedKey>();
            var seen = new HashSet<VerifyingKey>();
            var given = wire == null || wire.keys() == null ? List.<WireKey>of() : wire.keys();
            for (int i = 0; i < given.size(); i++) {
                var key = key(given.get(i), file + ": keys[" + i + "]");
                if (!seen.add(key.key())) {
                    throw new InputException(
                            file + ": keys[" + i + "]", "the key of " + key.person() + " is there twice");
                }
                keys.add(key);
            }
            return keys;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new InputException(file + (at == null ? "" : " line " + at.getLineNr()), e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw new InputException(
                    file.toString(), "no such file of trusted keys; console approval key NAME prints an entry for it");
        } catch (IOException e) {
            throw new InputException(file.toString(), "the trusted keys cannot be read: " + e.getMessage());
        }
    }

    private static TrustedKey key(WireKey wire, String at) throws InputException {
        if (wire.person() == null || wire.person().isBlank() || wire.key() == null) {
            throw new InputException(at, "needs a person and a key");
        }
        try {
            return new TrustedKey(
                    wire.person(),
                    Set.copyOf(wire.roles() == null ? List.of() : wire.roles()),
                    VerifyingKey.ofPem(wire.key()),
                    instant(wire.from(), at + ".from"),
                    instant(wire.until(), at + ".until"),
                    instant(wire.revoked(), at + ".revoked"),
                    wire.because() == null ? "" : wire.because());
        } catch (MalformedException e) {
            throw new InputException(at + ".key", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Instant instant(@Nullable String text, String at) throws InputException {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InputException(at, text + " is no instant; write 2027-03-31T00:00:00Z");
        }
    }
}
