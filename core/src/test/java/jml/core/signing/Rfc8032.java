package jml.core.signing;

import java.util.Base64;
import java.util.HexFormat;

/// The first test key of RFC 8032, which everybody knows.
public final class Rfc8032 {
    private static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private Rfc8032() {}

    public static SigningKey key() throws MalformedException {
        return SigningKey.ofPem(block("PRIVATE KEY", "302e020100300506032b657004220420" + SECRET)
                + block("PUBLIC KEY", "302a300506032b6570032100" + PUBLIC));
    }

    private static String block(String label, String hex) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + "\n-----END " + label + "-----\n";
    }
}
