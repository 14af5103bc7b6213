package jml.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static final byte[] MESSAGE = "promote fraud@4".getBytes(StandardCharsets.UTF_8);

    @Test
    void aKeyComesBackFromItsText() throws Exception {
        var key = SigningKey.generate();

        var again = SigningKey.ofPem(key.secretPem());

        assertThat(again.publicKey()).isEqualTo(key.publicKey());
        assertThat(VerifyingKey.ofPem(key.publicKey().pem()).verifies(MESSAGE, again.sign(MESSAGE)))
                .isTrue();
    }

    @Test
    void theEmptyMessageIsSignedAsRfc8032Says() throws Exception {
        assertThat(HexFormat.of().formatHex(Rfc8032.key().sign(new byte[0])))
                .isEqualTo(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
                                + "6bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void halvesThatDoNotBelongTogetherAreRefused() {
        var one = SigningKey.generate();
        var other = SigningKey.generate();
        var mixed = one.secretPem().substring(0, one.secretPem().indexOf("-----BEGIN PUBLIC"))
                + other.publicKey().pem();

        assertThatThrownBy(() -> SigningKey.ofPem(mixed)).isInstanceOf(MalformedException.class);
    }

    @Test
    void theTextOfAKeyHoldsNoSecret() {
        var key = SigningKey.generate();
        var secret = key.secretPem().lines().skip(1).findFirst().orElseThrow();

        assertThat(key.toString())
                .doesNotContain(secret)
                .contains(key.publicKey().keyId());
    }

    @Test
    void aMalformedSignatureIsAWrongOne() throws Exception {
        var key = Rfc8032.key();

        assertThat(key.publicKey().verifies(MESSAGE, new byte[3])).isFalse();
        assertThat(key.publicKey().verifies(MESSAGE, new byte[64])).isFalse();
    }

    @Test
    void aShortRsaKeyIsRefused() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var der = generator.generateKeyPair().getPublic().getEncoded();

        assertThatThrownBy(() -> VerifyingKey.ofDer(der))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("1024");
    }
}
