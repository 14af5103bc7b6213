package jml.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import jml.core.registry.ArtifactSignature.Status;
import jml.core.signing.Sha256;
import org.junit.jupiter.api.Test;

class ArtifactSignatureTest {
    @Test
    void policiesReadTheFourWords() {
        assertThat(Arrays.stream(Status.values()).map(Status::word))
                .containsExactly("valid", "unsigned", "unknown", "broken");
    }

    @Test
    void nothingIsValidWithoutASignerAndADigest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArtifactSignature(Status.VALID, "credit-ci", null, "Signed."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArtifactSignature(Status.VALID, " ", Sha256.ZERO, "Signed."));
    }
}
