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

    private java.util.stream.Stream<Hcl.Block> blocks(String type) {
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
        String iterator = block.body()
                .attribute("iterator")
                .map(Hcl.Attribute::value)
                .filter(v -> v instanceof HclExpression.Variable)
                .map(v -> ((HclExpression.Variable) v).name())
                .orElse(block.label(0));
        Optional<Hcl.Body> content = block.body().blocks("content").findFirst().map(Hcl.Block::body);
        Datum collection = block.body()
                .attribute("for_each")
                .map(a -> Expressions.eval(a.value(), scope))
                .orElseGet(() -> new Use(block.header()).unknown("a dynamic block needs “for_each”"));
        return Choices.map(collection, c -> {
            List<Loops.Element> elements = Loops.elements(c, block.header());
            if (elements == null || content.isEmpty()) {
                Gap gap = Use.gap(c);
                Gap why = gap == null ? Gap.because("what a dynamic block goes through is no collection") : gap;
                return new Datum.OpenList(why, false, List.of(block.header()));
            }
            List<Datum> blocks = new ArrayList<>();
            for (Loops.Element element : elements) {
                Datum bound =
                        new Use(block.header(), c).mapping(Map.of("key", element.key(), "value", element.value()));
                blocks.add(new BlockValue(content.get(), scope.with(iterator, bound), block.header()));
            }
            return new Use(block.header()).items(blocks);
        });
    }

    /** Dynamic blocks in JSON syntax are not worked out. */
    private Datum jsonDynamic(String key) {
        Optional<HclExpression> dynamic = body.attribute(DYNAMIC).map(Hcl.Attribute::value);
        boolean made = dynamic.filter(d -> d instanceof HclExpression.ObjectOf).stream()
                .flatMap(d -> ((HclExpression.ObjectOf) d).members().stream())
                .anyMatch(m -> m.key() instanceof HclExpression.Template name && key.equals(name.literal()));
        return made
                ? new Datum.OpenList(
                        Gap.because("dynamic blocks in JSON syntax are not worked out"), false, List.of(place))
                : new Datum.Nothing(List.of());
    }

    @Override
    public @Nullable Gap rest() {
        return null;
    }
}
