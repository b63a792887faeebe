package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Hcl;
import io.github.ekslint.source.HclExpression;
import io.github.ekslint.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in a block: arguments, and nested blocks as lists of mappings. Evaluated when it is asked for. */
final class BlockValue implements Datum.Members {

    private static final String DYNAMIC = "dynamic";

    private final Hcl.Body body;
    private final Scope scope;
    private final Place place;
    private final Map<String, Datum> known = new HashMap<>();

    BlockValue(Hcl.Body body, Scope scope, Place place) {
        this.body = body;
        this.scope = scope;
        this.place = place;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        body.attributes().forEach(a -> keys.add(a.name()));
        body.blocks().forEach(b -> keys.add(b.type().equals(DYNAMIC) ? b.label(0) : b.type()));
        return keys;
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return body.attribute(key)
                .map(Hcl.Attribute::place)
                .or(() -> blocks(key).findFirst().map(Hcl.Block::header));
    }

    private Stream<Hcl.Block> blocks(String type) {
        return body.blocks().stream()
                .filter(b -> b.type().equals(type)
                        || (b.type().equals(DYNAMIC) && b.label(0).equals(type)));
    }

    @Override
    public Datum get(String key) {
        Datum before = known.get(key);
        if (before == null) {
            before = value(key);
            known.put(key, before);
        }
        return before;
    }

    private Datum value(String key) {
        Optional<Hcl.Attribute> attribute = body.attribute(key);
        if (attribute.isPresent()) {
            return Expressions.eval(attribute.get().value(), scope);
        }
        List<Hcl.Block> written = blocks(key).toList();
        if (written.isEmpty()) {
            return jsonDynamic(key);
        }
        List<Datum> parts = new ArrayList<>();
        for (Hcl.Block block : written) {
            parts.add(block.type().equals(DYNAMIC) ? dynamic(block) : one(block.body(), scope, block.header()));
        }
        Place at = written.get(0).header();
        return Choices.lift(parts, all -> {
            List<Datum> items = new ArrayList<>();
            for (Datum part : all) {
                if (part instanceof Datum.Items several) {
                    items.addAll(several.items());
                } else {
                    items.add(part);
                }
            }
            return new Use(at).items(items);
        });
    }

    private static Datum one(Hcl.Body body, Scope scope, Place place) {
        return new Use(place).items(List.of(new BlockValue(body, scope, place)));
    }

    /** The blocks that a dynamic block makes. */
    private Datum dynamic(Hcl.Block block) {
        Optional<Hcl.Body> content = block.body().blocks("content").findFirst().map(Hcl.Block::body);
        return repeated(
                block.body().attribute("for_each").map(Hcl.Attribute::value),
                block.body().attribute("iterator").map(Hcl.Attribute::value),
                block.label(0),
                block.header(),
                content.map(c -> inner -> new BlockValue(c, inner, block.header())));
    }

    /**
     * A block for each element of a collection.
     *
     * @param content what stands in a block, where its element has a name; empty when nothing is written
     */
    private Datum repeated(
            Optional<HclExpression> forEach,
            Optional<HclExpression> iterator,
            String label,
            Place at,
            Optional<Function<Scope, Datum>> content) {
        String name = iterator.map(BlockValue::name).orElse(label);
        Datum collection = forEach.map(e -> Expressions.eval(e, scope))
                .orElseGet(() -> new Use(at).unknown("a dynamic block needs “for_each”"));
        return Choices.map(collection, c -> {
            List<Loops.Element> elements = Loops.elements(c, at);
            if (elements == null || content.isEmpty()) {
                Gap gap = Use.gap(c);
                Gap why = gap == null ? Gap.because("what a dynamic block goes through is no collection") : gap;
                return new Datum.OpenList(why, false, List.of(at));
            }
            List<Datum> blocks = new ArrayList<>();
            for (Loops.Element element : elements) {
                Datum bound = new Use(at, c).mapping(Map.of("key", element.key(), "value", element.value()));
                blocks.add(content.get().apply(scope.with(name, bound)));
            }
            return new Use(at).items(blocks);
        });
    }

    private static @Nullable String name(HclExpression iterator) {
        return iterator instanceof HclExpression.Variable variable
                ? variable.name()
                : iterator instanceof HclExpression.Template template ? template.literal() : null;
    }

    /** The blocks that dynamic blocks make in JSON syntax, where one is a mapping, and several are a list of them. */
    private Datum jsonDynamic(String key) {
        List<Datum> parts = new ArrayList<>();
        for (HclExpression dynamic : several(member(body.attribute(DYNAMIC).map(Hcl.Attribute::value), key))) {
            Optional<HclExpression> block = Optional.of(dynamic);
            parts.add(repeated(
                    member(block, "for_each"),
                    member(block, "iterator"),
                    key,
                    dynamic.place(),
                    member(block, "content").map(c -> inner -> Expressions.eval(c, inner))));
        }
        return parts.isEmpty()
                ? new Datum.Nothing(List.of())
                : Choices.lift(parts, all -> new Use(place)
                        .items(all.stream()
                                .flatMap(
                                        d -> d instanceof Datum.Items several ? several.items().stream() : Stream.of(d))
                                .toList()));
    }

    private static Optional<HclExpression> member(Optional<HclExpression> of, String key) {
        return of.filter(e -> e instanceof HclExpression.ObjectOf).stream()
                .flatMap(e -> ((HclExpression.ObjectOf) e).members().stream())
                .filter(m -> m.key() instanceof HclExpression.Template name && key.equals(name.literal()))
                .map(HclExpression.Member::value)
                .findFirst();
    }

    private static List<HclExpression> several(Optional<HclExpression> written) {
        return written.map(w -> w instanceof HclExpression.Tuple list ? list.items() : List.of(w))
                .orElse(List.of());
    }

    @Override
    public @Nullable Gap rest() {
        return null;
    }
}
