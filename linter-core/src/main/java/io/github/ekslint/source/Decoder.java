package io.github.ekslint.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as text, in the encoding that their byte order mark or their zero bytes show; UTF-8 otherwise. A byte order mark is
 * no part of the text; what is no valid character becomes U+FFFD.
 *
 * @param malformed offsets of the replacements
 */
record Decoder(String text, Charset charset, List<Integer> malformed) {

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final char REPLACEMENT = '\uFFFD';
    private static final int SAMPLE = 8192;

    static Decoder decode(byte[] bytes) {
        int b0 = at(bytes, 0);
        int b1 = at(bytes, 1);
        int b2 = at(bytes, 2);
        int b3 = at(bytes, 3);
        if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        } else if (b0 == 0 && b1 == 0 && b2 == 0xFE && b3 == 0xFF) {
            return decode(bytes, 4, UTF_32BE);
        } else if (b0 == 0xFF && b1 == 0xFE && b2 == 0 && b3 == 0) {
            return decode(bytes, 4, UTF_32LE);
        } else if (b0 == 0xFE && b1 == 0xFF) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        } else if (b0 == 0xFF && b1 == 0xFE) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        } else if (b0 == 0 && b1 == 0 && b2 == 0 && isText(b3)) {
            return decode(bytes, 0, UTF_32BE);
        } else if (isText(b0) && b1 == 0 && b2 == 0 && b3 == 0) {
            return decode(bytes, 0, UTF_32LE);
        } else if (b0 == 0 && isText(b1)) {
            return decode(bytes, 0, StandardCharsets.UTF_16BE);
        } else if (isText(b0) && b1 == 0) {
            return decode(bytes, 0, StandardCharsets.UTF_16LE);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8);
    }

    /** Whether more than a tenth of the text's beginning, and more than a few characters, is no text at all. */
    boolean binary() {
        int length = Math.min(text.length(), SAMPLE);
        int strange = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == REPLACEMENT || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                strange++;
            }
        }
        return strange * 10 > Math.max(length, 40);
    }

    private static boolean isText(int b) {
        return (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t';
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    private static Decoder decode(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        List<Integer> malformed = new ArrayList<>();
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                break;
            }
            malformed.add(out.position());
            out.put(REPLACEMENT);
            in.position(in.position() + result.length());
            decoder.reset();
        }
        return new Decoder(out.flip().toString(), charset, malformed);
    }
}
