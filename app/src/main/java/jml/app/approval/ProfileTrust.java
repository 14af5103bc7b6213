package jml.app.approval;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jml.app.input.InputException;
import jml.app.profile.Profile;
import jml.connectors.signing.LocalKeys;
import jml.core.approval.TrustedKey;
import jml.core.signing.SigningKeys;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import jml.engine.approval.TrustedKeys;
import jml.gameday.approval.SimulatedPeople;

/// Whose signatures count under a profile, and with which keys this machine signs: the simulation has people and keys
/// of its own.
///
/// @param actor as what the person at the console acts in the simulation
public record ProfileTrust(Profile profile, Path data, String actor) implements TrustedKeys {
    @Override
    public List<TrustedKey> all() throws SourceException {
        if (profile.isSimulated()) {
            return SimulatedPeople.trusted(actor);
        }
        try {
            return TrustedKeysFile.read(TrustedKeysFile.of(profile, data));
        } catch (InputException e) {
            throw new SourceException("trusted keys", Kind.MISCONFIGURED, String.valueOf(e.getMessage()), e);
        }
    }

    public SigningKeys keys() {
        return profile.isSimulated() ? new SimulatedPeople() : new LocalKeys(data, Map.copyOf(System.getenv()));
    }
}
