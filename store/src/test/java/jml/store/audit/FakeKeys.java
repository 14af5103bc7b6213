package jml.store.audit;

import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;

/// One key in memory, or none.
final class FakeKeys implements SigningKeys {
    private final SigningKey key = SigningKey.generate();
    volatile boolean away;

    @Override
    public SigningKey own(String name) throws SigningKeyException {
        if (away) {
            throw new SigningKeyException("no keyring; set JML_CONSOLE_PASSPHRASE");
        }
        return key;
    }

    @Override
    public String place() {
        return "memory";
    }
}
