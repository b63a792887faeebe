package io.github.ekslint.source;

import io.github.ekslint.source.Node.Scalar.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Composes the events of a piece of YAML into trees. Aliases share the node of their anchor, so that an alias bomb takes no
 * memory; how many nodes they stand for is counted and bounded all the same, since readers walk them all.
 */
final class YamlComposer {

    /** So much below the limit, no end is looked for: the scanner's time grows with the square of the depth. */
    private static final int HOPELESS = 1000;

    private static final String CORE_TAGS = "tag:yaml.org,2002:";
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    /** With those of YAML 1.1, which eksctl, kubectl and CloudFormation take for booleans too. */
    private static final Pattern BOOLEAN =
            Pattern.compile("true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF");

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");

    private final Text text;
    private final Piece piece;
    private final @Nullable Placeholders placeholders;
    private final Limits limits;
    private final Problems problems;
    private final ParserImpl parser;
    private final CodePoints codePoints;
    private final List<Span> scalars = new ArrayList<>();
    private final Map<String, Anchor> anchors = new HashMap<>();
    private long expanded;
    private boolean bombed;
    /** Offset after the last token that belongs to a node. */
    private int end;

    /** The document is nested so deep that the rest of it is not read. */
    static final class TooDeep extends RuntimeException {
        TooDeep() {
            super(null, null, false, false);
        }
    }

    /** A node behind an anchor; null while it is still open. */
    private record Anchor(@Nullable Node node, long size, int line) {}

    YamlComposer(Text text, Piece piece, @Nullable Placeholders placeholders, Limits limits, Problems problems) {
        this.text = text;
        this.piece = piece;
        this.placeholders = placeholders;
        this.limits = limits;
        this.problems = problems;
        this.codePoints = new CodePoints(piece.chars());
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(piece.chars()), options);
    }

    /** Where the scalars met so far stand, in order; what follows a block scalar's header line counts as the scalar. */
    List<Span> scalars() {
        return scalars;
    }

    int offset(Mark mark) {
        return piece.start() + codePoints.offset(mark.getIndex());
    }

    /** The next document of the piece that is not empty. */
    Optional<Node> next() {
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            Event event = parser.getEvent();
            if (event.is(Event.ID.DocumentStart)) {
                anchors.clear();
                expanded = 0;
                bombed = false;
                Node root = node(parser.getEvent(), Pointer.ROOT, 0);
                parser.getEvent();
                if (!root.asScalar().map(s -> s.isNull() && s.tag() == null).orElse(false)) {
                    return Optional.of(root);
                }
            }
        }
        return Optional.empty();
    }

    private Node node(Event event, Pointer pointer, int depth) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias, pointer);
        }
        expanded++;
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor == null) {
            return content(event, pointer, depth);
        }
        long before = expanded;
        int line = text.line(offset(event.getStartMark()));
        anchors.put(anchor, new Anchor(null, 0, line));
        Node node = content(event, pointer, depth);
        anchors.put(anchor, new Anchor(node, expanded - before + 1, line));
        return node;
    }

    private Node content(Event event, Pointer pointer, int depth) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, pointer);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (depth >= limits.maxDepth()) {
            return skipped(start, pointer);
        }
        return start instanceof SequenceStartEvent ? sequence(start, pointer, depth) : mapping(start, pointer, depth);
    }

    private Node aliased(AliasEvent alias, Pointer pointer) {
        int start = offset(alias.getStartMark());
        end = offset(alias.getEndMark());
        Place place = text.place(start, end, pointer);
        String name = alias.getAnchor();
        Anchor anchor = anchors.get(name);
        if (anchor == null) {
            problems.error("unknown-alias", place, "*%s names an anchor that is not defined before it".formatted(name));
        } else if (anchor.node() == null) {
            problems.error(
                    "cyclic-alias",
                    place,
                    "*%s stands inside the node that it names (&%s in line %d)".formatted(name, name, anchor.line()));
        } else if (expanded + anchor.size() <= limits.maxAliasedNodes() || anchor.size() == 1) {
            expanded += anchor.size();
            return anchor.node();
        } else if (!bombed) {
            bombed = true;
            problems.error(
                    "too-many-aliases",
                    place,
                    "the aliases of this document stand for more than %,d nodes; those from *%s on are left out"
                            .formatted(limits.maxAliasedNodes(), name));
        }
        return nothing(place);
    }

    private Node skipped(CollectionStartEvent start, Pointer pointer) {
        problems.error(
                "too-deep",
                text.place(offset(start.getStartMark()), offset(start.getStartMark()) + 1, pointer),
                "nested more than %d levels deep; what is below is left out".formatted(limits.maxDepth()));
        int open = 1;
        Event event = start;
        while (open > 0) {
            if (open > HOPELESS) {
                throw new TooDeep();
            }
            event = parser.getEvent();
            if (event instanceof CollectionStartEvent) {
                open++;
            } else if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
                open--;
            }
        }
        int from = offset(start.getStartMark());
        end = blanksTrimmed(from, offset(event.getEndMark()));
        Place place = text.place(from, end, pointer);
        return nothing(place);
    }

    private static Node.Scalar nothing(Place place) {
        return new Node.Scalar(place, null, "", Kind.NULL);
    }

    private Node.Scalar scalar(ScalarEvent event, Pointer pointer) {
        int from = offset(event.getStartMark());
        int to = offset(event.getEndMark());
        ScalarStyle style = event.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        if (block) {
            to = blanksTrimmed(from, to);
            int firstLine = text.lineEnd(text.line(from));
            scalars.add(new Span(Math.min(firstLine, to), to));
        } else if (to > from) {
            scalars.add(new Span(from, to));
        }
        end = to;
        String value = event.getValue();
        if (placeholders != null) {
            Span inserted = to == from ? placeholders.insertedAt(from) : null;
            if (inserted != null) {
                end = inserted.end();
                String action = text.chars().substring(inserted.start(), inserted.end());
                return new Node.Scalar(text.place(inserted.start(), end, pointer), null, action, Kind.TEXT);
            }
            value = placeholders.restored(value, from);
        }
        if (event.isPlain()) {
            reportStrangeBlanks(from, to);
        }
        Kind kind = Kind.TEXT;
        String tag = event.getTag();
        if (tag == null && event.isPlain()) {
            kind = kind(value);
        } else if (tag != null && tag.startsWith(CORE_TAGS)) {
            kind = kind(tag.substring(CORE_TAGS.length()), value);
        }
        return new Node.Scalar(text.place(from, to, pointer), localTag(tag), value, kind);
    }

    /** A blank that is none to YAML becomes part of a plain scalar, which nobody wants at its ends or after a colon. */
    private void reportStrangeBlanks(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.chars().charAt(i);
            boolean atEnd = i == from || i == to - 1;
            if (Blanks.isStrangeBlank(c) && (atEnd || text.chars().charAt(i - 1) == ':')) {
                problems.error("no-break-space", text.place(i, i + 1, Pointer.ROOT), Blanks.described(c));
                return;
            }
        }
    }

    private Node sequence(CollectionStartEvent start, Pointer pointer, int depth) {
        List<Node> items = new ArrayList<>();
        end = offset(start.getEndMark());
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(parser.getEvent(), pointer.index(items.size()), depth + 1));
        }
        Place place = closed(start, parser.getEvent(), pointer);
        return new Node.Sequence(place, localTag(start.getTag()), items);
    }

    private Node mapping(CollectionStartEvent start, Pointer pointer, int depth) {
        Map<String, Node.Entry> members = new LinkedHashMap<>();
        List<Node> merges = new ArrayList<>();
        end = offset(start.getEndMark());
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event keyEvent = parser.getEvent();
            Node key = node(keyEvent, pointer, depth + 1);
            boolean merge = keyEvent instanceof ScalarEvent scalar
                    && scalar.isPlain()
                    && scalar.getValue().equals("<<");
            if (!(key instanceof Node.Scalar scalar)) {
                problems.error("complex-key", key.place(), "%s stands where a key belongs".formatted(key.described()));
                node(parser.getEvent(), pointer, depth + 1);
            } else if (merge) {
                merges.add(node(parser.getEvent(), pointer.key("<<"), depth + 1));
            } else {
                Pointer member = pointer.key(scalar.text());
                Node.Scalar placed =
                        new Node.Scalar(inMember(scalar.place(), member), scalar.tag(), scalar.text(), scalar.kind());
                Node value = node(parser.getEvent(), member, depth + 1);
                problems.duplicate(members.put(scalar.text(), new Node.Entry(placed, value)), placed);
            }
        }
        Place place = closed(start, parser.getEvent(), pointer);
        merges.forEach(merged -> merge(merged, members));
        return new Node.Mapping(place, localTag(start.getTag()), members);
    }

    private static Place inMember(Place key, Pointer member) {
        return new Place(key.file(), key.line(), key.column(), key.endLine(), key.endColumn(), member);
    }

    /** Explicit keys win over merged ones, earlier merged ones over later ones. */
    private void merge(Node merged, Map<String, Node.Entry> members) {
        if (merged instanceof Node.Mapping mapping) {
            mapping.members().forEach(members::putIfAbsent);
        } else if (merged instanceof Node.Sequence sequence
                && sequence.items().stream().allMatch(Node.Mapping.class::isInstance)) {
            sequence.items().forEach(item -> merge(item, members));
        } else {
            problems.error(
                    "wrong-merge", merged.place(), "<< merges mappings, and this is %s".formatted(merged.described()));
        }
    }

    private Place closed(CollectionStartEvent start, Event last, Pointer pointer) {
        if (start.isFlow()) {
            end = offset(last.getEndMark());
        }
        return text.place(offset(start.getStartMark()), end, pointer);
    }

    private int blanksTrimmed(int from, int to) {
        int trimmed = Math.min(to, text.chars().length());
        while (trimmed > from && Character.isWhitespace(text.chars().charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed;
    }

    private static @Nullable String localTag(@Nullable String tag) {
        if (tag == null || tag.equals("!")) {
            return null;
        }
        if (!tag.startsWith(CORE_TAGS)) {
            return tag;
        }
        String name = tag.substring(CORE_TAGS.length());
        return switch (name) {
            case "str", "int", "float", "bool", "null", "map", "seq", "binary", "timestamp", "merge" -> null;
            default -> "!!" + name;
        };
    }

    private static Kind kind(String plain) {
        if (NULL.matcher(plain).matches()) {
            return Kind.NULL;
        } else if (BOOLEAN.matcher(plain).matches()) {
            return Kind.BOOLEAN;
        } else if (INTEGER.matcher(plain).matches()) {
            return Kind.INTEGER;
        } else if (FLOAT.matcher(plain).matches()) {
            return Kind.FLOAT;
        }
        return Kind.TEXT;
    }

    private static Kind kind(String coreTag, String value) {
        return switch (coreTag) {
            case "int", "float", "bool", "null" -> kind(value);
            default -> Kind.TEXT;
        };
    }
}
