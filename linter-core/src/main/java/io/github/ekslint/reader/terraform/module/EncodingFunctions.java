package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.module.Functions.Definition;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Functions that encode and decode. Files are not read: what they hold is not known. */
final class EncodingFunctions {

    private static final Pattern BARE = Pattern.compile("true|false|-?(?:0|[1-9]\\d{0,14})");

    private EncodingFunctions() {}

    static void define(Map<String, Definition> all) {
        CollectionFunctions.define(all, "jsonencode", 1, 1, (a, use) -> json(a.get(0), use));
        CollectionFunctions.define(all, "jsondecode", 1, 1, (a, use) -> decode(a.get(0), use));
        CollectionFunctions.define(all, "yamldecode", 1, 1, (a, use) -> decode(a.get(0), use));
        CollectionFunctions.define(all, "base64encode", 1, 1, (a, use) -> {
            String text = Texts.known(a.get(0));
            return text == null
                    ? CollectionFunctions.opaque(a.get(0), use)
                    : use.text(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        });
        CollectionFunctions.define(all, "base64decode", 1, 1, (a, use) -> {
            String text = Texts.known(a.get(0));
            if (text == null) {
                return CollectionFunctions.opaque(a.get(0), use);
            }
            try {
                return use.text(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                return use.refused("base64decode() takes base64");
            }
        });
        for (String reads :
                List.of("file", "filebase64", "fileexists", "templatefile", "fileset", "filemd5", "filesha256")) {
            CollectionFunctions.define(all, reads, 1, 2, (a, use) -> {
                String path = Texts.known(a.get(0));
                return use.unknown(path == null ? "the file is not read" : "the file %s is not read".formatted(path));
            });
        }
    }

    /** Numbers and booleans are not told from texts that look like them: both are written without quotes. */
    private static Datum json(Datum of, Use use) {
        List<Datum> parts = new ArrayList<>();
        boolean whole = json(of, parts, use, 0);
        return whole ? Texts.concat(parts, List.of(use.place()), use.provenance()) : use.unknown();
    }

    private static boolean json(Datum of, List<Datum> parts, Use use, int depth) {
        if (depth > 50 || parts.size() > 20_000) {
            return false;
        }
        if (of instanceof Datum.Text text) {
            String known = text.known();
            if (known != null && BARE.matcher(known).matches()) {
                parts.add(of);
            } else {
                parts.add(use.text("\""));
                parts.add(escaped(text));
                parts.add(use.text("\""));
            }
            return true;
        }
        if (of instanceof Datum.Nothing) {
            parts.add(use.text("null"));
            return true;
        }
        if (depth > 0 && !Use.isRefused(of) && (of instanceof Datum.Unknown || of instanceof Datum.OpenList)) {
            parts.add(of);
            return true;
        }
        if (of instanceof Datum.Items items && !CollectionFunctions.isOpen(items)) {
            String sign = "[";
            for (Datum item : items.items()) {
                parts.add(use.text(sign));
                if (!json(item, parts, use, depth + 1)) {
                    return false;
                }
                sign = ",";
            }
            parts.add(use.text(items.items().isEmpty() ? "[]" : "]"));
            return true;
        }
        if (of instanceof Datum.Members members && members.rest() == null) {
            String sign = "{";
            for (String key : members.keys().stream().sorted().toList()) {
                parts.add(use.text(sign + "\"" + escaped(key) + "\":"));
                if (!json(members.get(key), parts, use, depth + 1)) {
                    return false;
                }
                sign = ",";
            }
            parts.add(use.text(members.keys().isEmpty() ? "{}" : "}"));
            return true;
        }
        return false;
    }

    private static Datum escaped(Datum.Text text) {
        List<Datum.Piece> pieces = text.pieces().stream()
                .map(p -> p.gap() == null ? Datum.Piece.of(escaped(p.text())) : p)
                .toList();
        return new Datum.Text(pieces, text.provenance(), text.places(), text.target());
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static Datum decode(Datum of, Use use) {
        String text = Texts.known(of);
        if (text == null) {
            return CollectionFunctions.opaque(of, use);
        }
        Parsed parsed = Sources.parse("decoded", text);
        boolean one = parsed.documents().size() == 1 && parsed.problems().isEmpty();
        return one ? of(parsed.documents().get(0).root(), use) : use.refused("it cannot be decoded");
    }

    private static Datum of(Node node, Use use) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Datum> members = new LinkedHashMap<>();
            mapping.members().forEach((k, e) -> members.put(k, of(e.value(), use)));
            return use.mapping(members);
        }
        if (node instanceof Node.Sequence sequence) {
            return use.items(sequence.items().stream().map(i -> of(i, use)).toList());
        }
        return node instanceof Node.Scalar scalar && !scalar.isNull()
                ? use.text(scalar.text())
                : new Datum.Nothing(use.places());
    }
}
