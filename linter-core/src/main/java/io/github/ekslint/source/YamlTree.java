package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the documents of a YAML file into trees. Each part between two {@code ---} lines is parsed by itself, so that a
 * broken one loses no other.
 */
final class YamlTree {

    private final Text text;
    private final Limits limits;
    private final Problems problems;
    private final List<Node> roots = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();

    private YamlTree(Text text, Limits limits, Problems problems) {
        this.text = text;
        this.limits = limits;
        this.problems = problems;
    }

    static List<Document> read(Text text, Limits limits, Problems problems) {
        YamlTree tree = new YamlTree(text, limits, problems);
        tree.pieces().forEach(tree::readPiece);
        return tree.roots.stream()
                .map(root -> new Document(text.file(), root, tree.comments))
                .toList();
    }

    /**
     * A line that begins with {@code ---} begins a document and one with {@code ...} ends it, wherever they stand: even
     * inside a block scalar.
     */
    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int line = 2; line <= text.lineCount(); line++) {
            int at = text.lineStart(line);
            if (isMarker("---", at) && !onlyDirectives(start, at) || isMarker("...", text.lineStart(line - 1))) {
                pieces.add(piece(start, at));
                start = at;
            }
        }
        pieces.add(piece(start, text.chars().length()));
        return pieces;
    }

    private Piece piece(int start, int end) {
        return new Piece(start, text.chars().substring(start, end));
    }

    private boolean isMarker(String marker, int at) {
        String chars = text.chars();
        return chars.startsWith(marker, at)
                && (at + 3 == chars.length() || Character.isWhitespace(chars.charAt(at + 3)));
    }

    private boolean onlyDirectives(int start, int end) {
        return text.chars()
                .substring(start, end)
                .lines()
                .allMatch(l -> l.isBlank() || l.startsWith("%") || l.startsWith("#"));
    }

    private void readPiece(Piece piece) {
        YamlComposer composer = new YamlComposer(text, piece, limits, problems);
        try {
            Optional<Node> root = composer.next();
            while (root.isPresent()) {
                roots.add(root.get());
                root = composer.next();
            }
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            int at = mark == null ? piece.start() : composer.offset(mark);
            problems.error("yaml-syntax", text.place(at, at, Pointer.ROOT), YamlMessages.plain(broken));
        }
        addComments(piece, composer.scalars());
    }

    /** A comment begins with a {@code #} at the start of a line or after a blank, outside of scalars. */
    private void addComments(Piece piece, List<Span> scalars) {
        String chars = text.chars();
        int end = piece.start() + piece.chars().length();
        int next = 0;
        for (int at = chars.indexOf('#', piece.start()); at >= 0 && at < end; at = chars.indexOf('#', at + 1)) {
            while (next < scalars.size() && scalars.get(next).end() <= at) {
                next++;
            }
            boolean inScalar = next < scalars.size() && scalars.get(next).contains(at);
            boolean afterBlank = at == 0 || Character.isWhitespace(chars.charAt(at - 1));
            if (!inScalar && afterBlank) {
                int line = text.line(at);
                int stop = text.lineEnd(line);
                boolean ownLine = chars.substring(text.lineStart(line), at).isBlank();
                String words = chars.substring(at, stop).replaceFirst("^#+", "").strip();
                comments.add(new Comment(text.place(at, stop, Pointer.ROOT), words, ownLine));
                at = stop;
            }
        }
    }
}
