package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Text that may be written in base64. */
final class Base64Text {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/\\s]{8,}={0,2}\\s*");

    private Base64Text() {}

    /** The text itself; as it is when it is not in base64. */
    static Datum decoded(Datum datum) {
        return Choices.map(datum, d -> {
            if (d instanceof Datum.Text text && text.known() != null) {
                String known = text.known();
                return FORM.matcher(known).matches()
                        ? new Datum.Text(
                                List.of(Datum.Piece.of(decoded(known))), text.provenance(), text.places(), null)
                        : text;
            }
            return d;
        });
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
