package jml.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The vectors of secure-systems-lab/dsse protocol 1.0.2, and one with the key of RFC 8032.
class DsseEnvelopeTest {
    private static final String TYPE = "http://example.com/HelloWorld";
    private static final byte[] BODY = "hello world".getBytes(StandardCharsets.UTF_8);
    private static final String ED25519 =
            "4DHX3Zn4qpBKvEj7maE8O9u9bjXEnPLLnyXVUJ2PXJR8DSLcL3QDpFvfJOj3pB/SPHsl6Jg4boxsMb6KvuYABw==";
    private static final String P256 =
            "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==";

    @Test
    void theSignedBytesAreTheProtocols() {
        var signed = DsseEnvelope.preAuthentication(TYPE, BODY);

        assertThat(new String(signed, StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
        assertThat(Sha256.of(signed).hex())
                .isEqualTo("217751fac2c4f14edb2c9297fbc34abcb016ba88e74757e875ec4ac16fb6b6a1");
        assertThat(new String(
                        DsseEnvelope.preAuthentication("é", "{\"x\":\"€\"}".getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo("DSSEv1 2 é 11 {\"x\":\"€\"}");
    }

    @Test
    void ed25519SignsAsOthersDo() throws Exception {
        var envelope = DsseEnvelope.sign(TYPE, BODY, Rfc8032.key());

        assertThat(envelope.signatures().getFirst().signature())
                .isEqualTo(Base64.getDecoder().decode(ED25519));
    }

    @Test
    void theProtocolsExampleOnP256Verifies() throws Exception {
        var envelope = DsseEnvelope.ofMap(json("aGVsbG8gd29ybGQ=", P256));

        assertThat(envelope.verify(List.of(p256()), 1).orElseThrow().payload()).isEqualTo(BODY);
    }

    @Test
    void urlSafeBase64IsAcceptedAndUnknownMembersAreIgnored() throws Exception {
        var urlSafe = P256.replace('+', '-').replace('/', '_');

        assertThat(DsseEnvelope.ofMap(json("aGVsbG8gd29ybGQ", urlSafe)).verify(List.of(p256()), 1))
                .isPresent();
    }

    @Test
    void aChangedPayloadOrTypeIsNotGiven() throws Exception {
        var trusted = List.of(Rfc8032.key().publicKey());
        var envelope = DsseEnvelope.sign(TYPE, BODY, Rfc8032.key());
        var otherBody = new DsseEnvelope(TYPE, "hello worle".getBytes(StandardCharsets.UTF_8), envelope.signatures());
        var otherType = new DsseEnvelope(TYPE + "s", BODY, envelope.signatures());

        assertThat(envelope.verify(trusted, 1)).isPresent();
        assertThat(otherBody.verify(trusted, 1)).isEmpty();
        assertThat(otherType.verify(trusted, 1)).isEmpty();
    }

    @Test
    void aThresholdCountsKeysNotSignatures() {
        var one = SigningKey.generate();
        var other = SigningKey.generate();
        var trusted = List.of(one.publicKey(), one.publicKey(), other.publicKey());

        assertThat(DsseEnvelope.sign(TYPE, BODY, one, one).verify(trusted, 2)).isEmpty();
        assertThat(DsseEnvelope.sign(TYPE, BODY, one, other)
                        .verify(trusted, 2)
                        .orElseThrow()
                        .signers())
                .isEqualTo(Set.of(one.publicKey(), other.publicKey()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DsseEnvelope.sign(TYPE, BODY, one).verify(trusted, 0));
    }

    @Test
    void theKeyIdIsAHintAndNoDecision() {
        var key = SigningKey.generate();
        var signed = DsseEnvelope.sign(TYPE, BODY, key).signatures().getFirst();
        var misnamed = new DsseEnvelope.EnvelopeSignature("someone else", signed.signature());

        assertThat(new DsseEnvelope(TYPE, BODY, List.of(misnamed)).verify(List.of(key.publicKey()), 1))
                .isPresent();
    }

    @Test
    void whatIsNoEnvelopeNamesTheMember() {
        assertThatThrownBy(() ->
                        DsseEnvelope.ofMap(Map.of("payload", "AA==", "signatures", List.of(Map.of("sig", "AA==")))))
                .hasMessage("payloadType is missing");
        assertThatThrownBy(() -> DsseEnvelope.ofMap(json("*", P256))).hasMessage("payload is not base64");
        assertThatThrownBy(() -> DsseEnvelope.ofMap(Map.of("signatures", List.of())))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void anEnvelopeComesBackFromItsJson() throws Exception {
        var envelope = DsseEnvelope.sign(TYPE, BODY, Rfc8032.key());

        var again = DsseEnvelope.ofMap(envelope.toMap());

        assertThat(again.verify(List.of(Rfc8032.key().publicKey()), 1)).isPresent();
    }

    private static Map<String, Object> json(String payload, String signature) {
        return Map.of(
                "payload", payload, "payloadType", TYPE, "unknown", 1, "signatures", List.of(Map.of("sig", signature)));
    }

    private static VerifyingKey p256() throws Exception {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(
                new BigInteger("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
                new BigInteger("5640078356564379163099075877009565129882514886557779369047442380624545832820"));
        var spec = new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class));
        return VerifyingKey.ofDer(
                KeyFactory.getInstance("EC").generatePublic(spec).getEncoded());
    }
}
