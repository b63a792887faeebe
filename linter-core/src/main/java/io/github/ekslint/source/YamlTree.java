package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the documents of a YAML file into trees. Each part between two {@code ---} lines is parsed by itself, so that a
 * broken one loses no other.
 */
final class YamlTree {

    private static final int BATCH = 50_000;

    private final Text text;
    private final Blanks blanks;
    private final Limits limits;
    private final Problems problems;
    private final List<Node> roots = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private boolean templated;
    private int nextIndent;

    private YamlTree(Text text, Limits limits, Problems problems) {
        this.text = text;
        this.blanks = Blanks.in(text.chars());
        this.limits = limits;
        this.problems = problems;
    }

    static List<Document> read(Text text, Limits limits, Problems problems) {
        YamlTree tree = new YamlTree(text, limits, problems);
        problems.first(
                "control-character",
                tree.blanks.controls(),
                at -> text.place(at, at + 1, Pointer.ROOT),
                at -> "a control character (U+%04X), which YAML does not allow"
                        .formatted((int) text.chars().charAt(at)));
        tree.readPieces();
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
        return new Piece(start, blanks.chars().substring(start, end));
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

    /** Many small documents are tried together, as starting a parser for each takes its time. */
    private void readPieces() {
        List<Piece> pieces = pieces();
        int first = 0;
        while (first < pieces.size()) {
            int next = first + 1;
            int start = pieces.get(first).start();
            while (next < pieces.size() && pieces.get(next).end() - start <= BATCH) {
                next++;
            }
            Piece batch = piece(start, pieces.get(next - 1).end());
            Attempt together = attempt(batch, null);
            if (together.broken()) {
                pieces.subList(first, next).forEach(this::readPiece);
            } else {
                accept(batch, together);
            }
            first = next;
        }
    }

    /** As it is written, or else with its placeholders overwritten. */
    private void readPiece(Piece piece) {
        Attempt plain = attempt(piece, null);
        Placeholders placeholders = plain.broken() ? Placeholders.in(piece).orElse(null) : null;
        if (placeholders == null) {
            accept(piece, plain);
            return;
        }
        Attempt filled = attempt(placeholders.masked(), placeholders);
        Span actions = placeholders.firstBlanked();
        if (actions != null && !templated) {
            templated = true;
            filled.problems.add(Problem.warning(
                    "template-control",
                    text.place(actions.start(), actions.end(), Pointer.ROOT),
                    "lines of template actions alone are skipped: all branches are read, what they insert is not"));
        }
        accept(piece, filled);
    }

    private record Attempt(List<Node> roots, List<Span> scalars, Problems problems, boolean broken) {}

    private Attempt attempt(Piece piece, @Nullable Placeholders placeholders) {
        List<Node> read = new ArrayList<>();
        Problems met = new Problems();
        if (placeholders != null && placeholders.firstBlanked() != null) {
            met.expectBranches();
        }
        YamlComposer composer = new YamlComposer(text, piece, placeholders, limits, met);
        try {
            Optional<Node> root = composer.next();
            while (root.isPresent()) {
                read.add(root.get());
                root = composer.next();
            }
        } catch (YamlComposer.TooDeep reported) {
            return new Attempt(read, composer.scalars(), met, true);
        } catch (MarkedYAMLException broken) {
            met.add(YamlMessages.problem(broken, text, composer));
            return new Attempt(read, composer.scalars(), met, true);
        }
        return new Attempt(read, composer.scalars(), met, met.has("complex-key"));
    }

    private void accept(Piece piece, Attempt attempt) {
        roots.addAll(attempt.roots);
        problems.addAll(attempt.problems);
        addComments(piece, attempt.scalars);
        Cursor cursor = new Cursor(attempt.scalars);
        int end = piece.end();
        while (nextIndent < blanks.indents().size() && blanks.indents().get(nextIndent) < end) {
            int at = blanks.indents().get(nextIndent++);
            if (!cursor.inside(at)) {
                problems.error(
                        "no-break-space",
                        text.place(at, at + 1, Pointer.ROOT),
                        Blanks.described(text.chars().charAt(at)));
            }
        }
    }

    /** A comment begins with a {@code #} at the start of a line or after a blank, outside of scalars. */
    private void addComments(Piece piece, List<Span> scalars) {
        String chars = text.chars();
        int end = piece.end();
        Cursor cursor = new Cursor(scalars);
        for (int at = chars.indexOf('#', piece.start()); at >= 0 && at < end; at = chars.indexOf('#', at + 1)) {
            boolean afterBlank = at == 0 || Character.isWhitespace(chars.charAt(at - 1));
            if (afterBlank && !cursor.inside(at)) {
                int line = text.line(at);
                int stop = text.lineEnd(line);
                boolean ownLine = chars.substring(text.lineStart(line), at).isBlank();
                String words = chars.substring(at, stop).replaceFirst("^#+", "").strip();
                comments.add(new Comment(text.place(at, stop, Pointer.ROOT), words, ownLine));
                at = stop;
            }
        }
    }

    /** Tells whether offsets, asked for in order, lie in one of sorted spans. */
    private static final class Cursor {
        private final List<Span> spans;
        private int next;

        Cursor(List<Span> spans) {
            this.spans = spans;
        }

        boolean inside(int offset) {
            while (next < spans.size() && spans.get(next).end() <= offset) {
                next++;
            }
            return next < spans.size() && spans.get(next).contains(offset);
        }
    }
}
