package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import java.util.List;

/**
 * Texts in which the partition of AWS does not matter: policies and services have the same names in all of them, so that
 * {@code data.aws_partition} need not be known
 * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">IAM User Guide, ARNs</a>).
 */
final class AnyPartition {

    private static final String DATA = "aws_partition/";

    private AnyPartition() {}

    /** The text, as the partition {@code aws} has it. */
    static Datum spelled(Datum datum) {
        if (!(datum instanceof Datum.Text text) || text.known() != null) {
            return datum;
        }
        List<Datum.Piece> pieces =
                text.pieces().stream().map(AnyPartition::spelled).toList();
        return new Datum.Text(pieces, text.provenance(), text.places(), text.target());
    }

    private static Datum.Piece spelled(Datum.Piece piece) {
        Gap gap = piece.gap();
        if (gap == null || gap.target() == null || !gap.target().key().startsWith(DATA)) {
            return piece;
        }
        return switch (gap.target().attribute()) {
            case "partition", "id", "" -> Datum.Piece.of("aws");
            case "dns_suffix" -> Datum.Piece.of("amazonaws.com");
            default -> piece;
        };
    }
}
