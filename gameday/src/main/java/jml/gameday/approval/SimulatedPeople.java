package jml.gameday.approval;

import java.nio.charset.StandardCharsets;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jml.core.approval.FourEyes;
import jml.core.approval.TrustedKey;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeys;

/// Who approves the simulated models. Their keys are no secrets: everyone can make them from a name, so that the same
/// signatures verify after a restart and no keyring is asked. They are trusted in the simulation only.
public final class SimulatedPeople implements SigningKeys {
    /// Made the versions, and may not approve them.
    public static final String AUTHOR = "A.T.";

    /// Owns the credit models.
    public static final String OWNER = "R.K.";

    private static final Map<String, SigningKey> KEYS = new ConcurrentHashMap<>();
    private static final String GOVERNANCE = "L.D.";
    private static final String YOU = "the person at this console";
    private static final String POLICY = "the rules";

    @Override
    public SigningKey own(String name) {
        return key(name.equals(FourEyes.POLICY) ? POLICY : YOU);
    }

    @Override
    public String place() {
        return "the simulation";
    }

    /// @param you as what the person at the console signs
    public static List<TrustedKey> trusted(String you) {
        return List.of(
                trusted(OWNER, OWNER, "owner"),
                trusted(GOVERNANCE, GOVERNANCE, "governance", FourEyes.BYPASS),
                trusted(AUTHOR, AUTHOR, "author"),
                trusted(you, YOU, "owner"),
                trusted("console", POLICY, FourEyes.POLICY));
    }

    private static TrustedKey trusted(String person, String key, String... roles) {
        return new TrustedKey(person, Set.of(roles), key(key).publicKey(), null, null, null, "");
    }

    static SigningKey key(String person) {
        return KEYS.computeIfAbsent(person, SimulatedPeople::made);
    }

    private static SigningKey made(String person) {
        try {
            var pairs = KeyPairGenerator.getInstance("Ed25519");
            pairs.initialize(NamedParameterSpec.ED25519, new Named(person));
            var pair = pairs.generateKeyPair();
            return SigningKey.ofPem(block("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + block("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException | MalformedException e) {
            throw new IllegalStateException("every JDK knows Ed25519", e);
        }
    }

    private static String block(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    /// The bytes that a name hashes to, in place of chance.
    private static final class Named extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            var seed = Sha256.of(("simulated " + name).getBytes(StandardCharsets.UTF_8))
                    .bytes();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = seed[i % seed.length];
            }
        }
    }
}
