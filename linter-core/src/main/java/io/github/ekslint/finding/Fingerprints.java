package io.github.ekslint.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a finding so that it is recognised after lines have moved: made of rule, outcome, the file of the estate, subject and
 * part, never of a line or a message.
 */
public final class Fingerprints {

    private Fingerprints() {}

    /** 32 hexadecimal digits. */
    public static String of(Verdict verdict) {
        String identity = String.join(
                "\u0000",
                verdict.rule().id(),
                verdict.outcome(),
                verdict.result().name(),
                verdict.estate(),
                verdict.subject().key(),
                verdict.part());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
