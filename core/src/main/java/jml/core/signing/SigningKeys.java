package jml.core.signing;

/// Where the console's own private keys are kept. Calls block, for a keyring may ask its owner; never on the FX thread.
public interface SigningKeys {
    /// The key of that name; made and kept at the first call.
    ///
    /// @param name lower-case letters, digits and hyphens: what the key is for
    SigningKey own(String name) throws SigningKeyException, InterruptedException;

    /// Where they are kept, for people: never a secret.
    String place();
}
