package io.github.ekslint.reader.datum;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Symbol;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a mapping of a resource's properties as values with provenance. A member of the wrong kind becomes a problem and
 * an unresolved value.
 *
 * @param datum the mapping; or what stands for it
 * @param name what a message calls it
 * @param at where it is written; of one that is not, its resource
 * @param problems where members of the wrong kind are reported
 */
public record Props(Datum datum, String name, Place at, Consumer<Problem> problems) {

    /** Who fills in what AWS does. */
    public static final String AWS = "AWS";

    /** What a member gives; nothing when it is not written. */
    public Datum datum(String key) {
        return Choices.map(datum, d -> member(d, key));
    }

    private Datum member(Datum of, String key) {
        if (of instanceof Datum.Members members) {
            return members.get(key);
        }
        if (of instanceof Datum.Nothing || of instanceof Datum.Unknown) {
            return of;
        }
        if (of instanceof Datum.Text text && text.known() == null) {
            Gap gap = Objects.requireNonNull(text.gap());
            return new Datum.Unknown(gap, of.places());
        }
        wrongKind(of, name, "a mapping");
        return new Datum.Unknown(Gap.because("%s is no mapping".formatted(name)), of.places());
    }

    /** Whether a key is written, or may be. */
    public boolean has(String key) {
        return !(datum(key) instanceof Datum.Nothing);
    }

    /** A member that is a mapping. */
    public Props child(String key) {
        Datum member = datum(key);
        return new Props(member, key, member instanceof Datum.Nothing ? at : keyPlace(key, member), problems);
    }

    /** A member that is a mapping, or a list with one mapping at most. */
    public Props block(String key) {
        Datum member = Choices.map(
                datum(key),
                d -> d instanceof Datum.Items list && list.items().size() < 2
                        ? list.items().stream().findFirst().orElseGet(() -> new Datum.Nothing(list.places()))
                        : d);
        return new Props(member, key, member instanceof Datum.Nothing ? at : keyPlace(key, member), problems);
    }

    /** Where the key of a member is written; else where its value is. */
    private Place keyPlace(String key, Datum member) {
        if (datum instanceof Datum.Members members && members.keyPlace(key).isPresent()) {
            return addressed(members.keyPlace(key).get());
        }
        return place(member);
    }

    /** The mappings of a list; those that are surely there. */
    public Children children(String key) {
        Datum list = datum(key);
        List<Props> children = new ArrayList<>();
        Value.Unresolved<?> rest = null;
        for (Item item : items(list, key)) {
            if (item.maybe() != null) {
                rest = item.maybe();
            } else {
                Datum one = item.datum();
                if (one instanceof Datum.Members || one instanceof Datum.Choice) {
                    children.add(new Props(one, key, place(one), problems));
                } else if (one instanceof Datum.Unknown open) {
                    rest = open.gap().unresolved(places(open));
                } else {
                    wrongKind(one, key, "a mapping");
                }
            }
        }
        return new Children(children, rest, list instanceof Datum.Nothing ? at : place(list));
    }

    /**
     * The mappings of a list.
     *
     * @param rest why there may be more; null when there are no others
     */
    public record Children(List<Props> all, Value.@Nullable Unresolved<?> rest, Place place) {
        /** Each read in the same way. */
        public <T> Listing<T> listing(Function<Props, T> read) {
            Listing<T> listing = Listing.explicit(all.stream().map(read).toList(), place);
            return rest == null ? listing : listing.withRest(rest);
        }
    }

    /** A text, a number or a boolean as text; empty when it is not written. */
    public Optional<Value<String>> text(String key) {
        return value(key, "text", Optional::of);
    }

    /** A text, or what AWS fills in. */
    public Value<String> textOr(String key, String byAws) {
        return or(text(key), Value.byDefault(byAws, AWS, at));
    }

    /** A text, or nothing. */
    public Value<String> textOrAbsent(String key) {
        return or(text(key), Value.absent(at));
    }

    /** A boolean; empty when it is not written. */
    public Optional<Value<Boolean>> flag(String key) {
        return value(key, "true or false", Props::parseBoolean);
    }

    /** A boolean, or what AWS fills in. */
    public Value<Boolean> flagOr(String key, boolean byAws) {
        return or(flag(key), Value.byDefault(byAws, AWS, at));
    }

    /** What is true of all only when each says so: the first that is false, else the first that does not say it, else any. */
    public static Optional<Value<Boolean>> ofAll(List<Value<Boolean>> each) {
        return each.stream()
                .filter(v -> v.known().filter(b -> !b).isPresent())
                .findFirst()
                .or(() -> each.stream().filter(v -> v.known().isEmpty()).findFirst())
                .or(() -> each.stream().findFirst());
    }

    /** A whole number; empty when it is not written. */
    public Optional<Value<Integer>> integer(String key) {
        return value(key, "a whole number", Props::parseInteger);
    }

    /** A whole number, or nothing. */
    public Value<Integer> integerOrAbsent(String key) {
        return or(integer(key), Value.absent(at));
    }

    private <T> Optional<Value<T>> value(String key, String kind, Function<String, Optional<T>> parse) {
        Datum member = datum(key);
        return member instanceof Datum.Nothing ? Optional.empty() : Optional.of(value(member, key, kind, parse));
    }

    /** The value; where a case leaves it out, what stands otherwise. */
    public static <T> Value<T> or(Optional<Value<T>> value, Value<T> otherwise) {
        return value.map(v -> filled(v, otherwise)).orElse(otherwise);
    }

    private static <T> Value<T> filled(Value<T> value, Value<T> otherwise) {
        if (value instanceof Value.Absent<T>) {
            return otherwise;
        }
        if (value instanceof Value.Choice<T> choice) {
            return new Value.Choice<>(
                    choice.input(), v -> filled(choice.choose().apply(v), otherwise), choice.places());
        }
        return value;
    }

    /** A datum as text. */
    public Value<String> text(Datum of, String key) {
        return value(of, key, "text", Optional::of);
    }

    private <T> Value<T> value(Datum of, String key, String kind, Function<String, Optional<T>> parse) {
        List<Place> places = places(of);
        if (of instanceof Datum.Choice choice) {
            Map<String, Value<T>> cases = new LinkedHashMap<>();
            choice.cases().forEach((v, d) -> cases.put(v, value(d, key, kind, parse)));
            return new Value.Choice<>(
                    choice.input(),
                    v -> Objects.requireNonNullElseGet(
                            cases.get(v), () -> Value.unresolved("it cannot be decided", places)),
                    places);
        }
        if (of instanceof Datum.Nothing) {
            return Value.absent(places.toArray(Place[]::new));
        }
        if (of instanceof Datum.Text text) {
            String known = text.known();
            if (known == null) {
                Gap gap = Objects.requireNonNull(text.gap());
                String identity = text.identity();
                return text.pieces().size() == 1
                        ? gap.unresolved(places)
                        : new Value.Unresolved<>(
                                gap.why(),
                                places,
                                gap.settledBy(),
                                null,
                                identity == null ? null : Symbol.ofText(identity));
            }
            Optional<T> parsed = parse.apply(known);
            if (parsed.isPresent()) {
                return new Value.Known<>(parsed.get(), text.provenance(), "", places);
            }
            report("wrong-type", places.get(0), "%s is “%s”, which is not %s".formatted(key, known, kind));
            return Value.unresolved("%s is not %s".formatted(key, kind), places);
        }
        if (of instanceof Datum.Unknown unknown) {
            return unknown.gap().unresolved(places);
        }
        if (of instanceof Datum.OpenList open) {
            return open.gap().unresolved(places);
        }
        wrongKind(of, key, kind);
        return Value.unresolved("%s is not %s".formatted(key, kind), places);
    }

    /** A list of texts; empty when it is not written. */
    public Optional<Listing<Value<String>>> texts(String key) {
        return list(key, d -> text(d, key));
    }

    /** A list of references; empty when it is not written. */
    public Optional<Listing<Ref>> refs(String key) {
        return list(key, d -> ref(d, key));
    }

    /** A reference to another resource; empty when it is not written. */
    public Optional<Value<Ref>> ref(String key) {
        Datum member = datum(key);
        if (member instanceof Datum.Nothing) {
            return Optional.empty();
        }
        return Optional.of(refValue(member, key));
    }

    private Value<Ref> refValue(Datum member, String key) {
        if (member instanceof Datum.Choice choice) {
            Map<String, Value<Ref>> cases = new LinkedHashMap<>();
            choice.cases().forEach((v, d) -> cases.put(v, refValue(d, key)));
            return new Value.Choice<>(
                    choice.input(),
                    v -> Objects.requireNonNullElseGet(
                            cases.get(v), () -> Value.unresolved("it cannot be decided", places(member))),
                    places(member));
        }
        if (member instanceof Datum.Nothing) {
            return Value.absent(at);
        }
        Ref ref = ref(member, key);
        Provenance provenance = member instanceof Datum.Text t ? t.provenance() : Provenance.EXPLICIT;
        return ref.key() == null && ref.id() instanceof Value.Unresolved<String> open
                ? new Value.Unresolved<>(open.why(), open.places(), open.settledBy(), null, open.symbol())
                : new Value.Known<>(ref, provenance, "", places(member));
    }

    /** A datum as a reference: by key when it names a resource of the run, else by id. */
    public Ref ref(Datum of, String key) {
        return new Ref(text(of, key), keyOf(of));
    }

    /** The key of the resource that a datum names, the same in all cases; null when there is none. */
    private @Nullable String keyOf(Datum of) {
        if (of instanceof Datum.Choice choice) {
            Set<String> keys = new LinkedHashSet<>();
            choice.cases().values().forEach(d -> keys.add(String.valueOf(keyOf(d))));
            String only = keys.size() == 1 ? keys.iterator().next() : "null";
            return only.equals("null") ? null : only;
        }
        Target target = of instanceof Datum.Text text ? text.target() : null;
        return target == null ? null : target.fact();
    }

    /** A list, each item read in the same way; empty when it is not written. */
    public <T> Optional<Listing<T>> list(String key, Function<Datum, T> read) {
        Datum list = datum(key);
        if (list instanceof Datum.Nothing) {
            return Optional.empty();
        }
        List<T> items = new ArrayList<>();
        Value.Unresolved<?> rest = null;
        for (Item item : items(list, key)) {
            if (item.maybe() != null) {
                rest = item.maybe();
            } else {
                items.add(read.apply(item.datum()));
            }
        }
        Provenance provenance = list instanceof Datum.Items i ? i.provenance() : Provenance.EXPLICIT;
        List<Place> places = places(list);
        return Optional.of(new Listing<>(items, rest, items.isEmpty() && rest != null ? null : provenance, "", places));
    }

    /**
     * One item of a list.
     *
     * @param maybe why it may be there or not; null when it surely is
     */
    private record Item(Datum datum, Value.@Nullable Unresolved<?> maybe) {}

    private List<Item> items(Datum list, String key) {
        List<Item> items = new ArrayList<>();
        if (list instanceof Datum.Items all) {
            for (Datum item : all.items()) {
                if (item instanceof Datum.Items inner) {
                    items.addAll(items(inner, key));
                } else if (item instanceof Datum.OpenList
                        || item instanceof Datum.Choice choice && mayBeMissing(choice)) {
                    items.addAll(items(item, key));
                } else {
                    items.add(new Item(item, null));
                }
            }
        } else if (list instanceof Datum.OpenList open) {
            items.add(new Item(list, open.gap().unresolved(places(list))));
        } else if (list instanceof Datum.Unknown unknown) {
            items.add(new Item(list, unknown.gap().unresolved(places(list))));
        } else if (list instanceof Datum.Choice choice) {
            items.addAll(common(choice, key));
        } else if (list instanceof Datum.Text text && mayBeList(text)) {
            items.add(new Item(list, Objects.requireNonNull(text.gap()).unresolved(places(list))));
        } else if (list instanceof Datum.Text || list instanceof Datum.Members) {
            items.add(new Item(list, null));
        }
        return items;
    }

    /** A text that is not known may stand for a list; what is put together of several pieces is one text. */
    private static boolean mayBeList(Datum.Text text) {
        return text.known() == null && text.target() == null && text.pieces().size() == 1;
    }

    private static boolean mayBeMissing(Datum.Choice choice) {
        return choice.cases().values().stream()
                .anyMatch(d -> !(d instanceof Datum.Text || d instanceof Datum.Members)
                        && !(d instanceof Datum.Choice inner && !mayBeMissing(inner)));
    }

    /** What is in the list in every case; there may be more. */
    private List<Item> common(Datum.Choice choice, String key) {
        Map<String, Item> common = null;
        boolean same = true;
        for (Datum one : choice.cases().values()) {
            Map<String, Item> here = new LinkedHashMap<>();
            for (Item item : items(one, key)) {
                String identity = item.maybe() == null ? identity(item.datum()) : null;
                if (identity == null) {
                    same = false;
                } else {
                    here.put(identity, item);
                }
            }
            if (common == null) {
                common = here;
            } else {
                same &= common.keySet().equals(here.keySet());
                common.keySet().retainAll(here.keySet());
            }
        }
        List<Item> items = new ArrayList<>(common == null ? List.of() : common.values());
        if (!same) {
            Value.Unresolved<?> rest = new Value.Unresolved<>(
                    "it depends on %s".formatted(choice.input().name()),
                    places(choice),
                    List.of(Settlement.parameter(choice.input().name())),
                    null,
                    null);
            items.add(new Item(choice, rest));
        }
        return items;
    }

    private static @Nullable String identity(Datum datum) {
        if (datum instanceof Datum.Text text) {
            return text.target() != null ? text.target().toString() : text.identity();
        }
        return datum instanceof Datum.Members members ? members.place().toString() : null;
    }

    /** Tags written as a list of {@code Key} and {@code Value}, or as a mapping; empty when they are not written. */
    public Optional<Tags> tags(String key) {
        return tags(key, "Key", "Value");
    }

    /** Tags written as a list of mappings with these members, or as a mapping; empty when they are not written. */
    public Optional<Tags> tags(String key, String nameKey, String valueKey) {
        Datum member = datum(key);
        if (member instanceof Datum.Nothing) {
            return Optional.empty();
        }
        Map<String, Value<String>> tags = new LinkedHashMap<>();
        if (member instanceof Datum.Members members) {
            members.keys().forEach(k -> tags.put(k, text(members.get(k), k)));
            List<Tags.Partly> others =
                    members.partly().stream().map(this::partly).toList();
            return Optional.of(new Tags(tags, members.rest() == null || !others.isEmpty(), others));
        }
        Children children = children(key);
        boolean complete = children.rest() == null;
        List<Tags.Partly> others = new ArrayList<>();
        for (Props tag : children.all()) {
            Value<String> name = tag.textOrAbsent(nameKey);
            Optional<String> known = name.known();
            Optional<Datum.Partly> partly = Datum.Partly.of(tag.datum(nameKey), tag.datum(valueKey));
            if (known.isPresent()) {
                tags.put(known.get(), tag.textOrAbsent(valueKey));
            } else if (partly.isPresent()) {
                others.add(tag.partly(partly.get()));
            } else {
                complete = false;
            }
        }
        return Optional.of(new Tags(tags, complete, others));
    }

    /** What is known of a key ends at the last slash: the name of a cluster may begin after it. */
    private Tags.Partly partly(Datum.Partly member) {
        List<Datum.Piece> pieces = new ArrayList<>(member.key().pieces());
        String first = pieces.remove(0).text();
        int end = first.contains("/") ? first.lastIndexOf('/') + 1 : first.length();
        if (end < first.length()) {
            pieces.add(0, Datum.Piece.of(first.substring(end)));
        }
        Datum.Text key = member.key();
        Datum rest = new Datum.Text(pieces, key.provenance(), key.places(), null);
        return new Tags.Partly(first.substring(0, end), text(rest, "key"), text(member.value(), first));
    }

    /** The tags as an attribute: none when none are written. */
    public Value<Tags> tagsOrNone(String key) {
        Datum member = datum(key);
        Place place = member instanceof Datum.Nothing ? at : place(member);
        return Value.explicit(tags(key).orElse(Tags.NONE), place);
    }

    /** Where a member is written; else where it would be. */
    public Place place(String key) {
        Datum member = datum(key);
        return member instanceof Datum.Nothing ? at : place(member);
    }

    /** Whether something written is there, as a ground. */
    public static Truth surely(String label, Place place) {
        return Truth.of(true, Ground.fact(label, "written", List.of(place)));
    }

    private Place place(Datum of) {
        return of.places().isEmpty() ? at : addressed(of.places().get(0));
    }

    private List<Place> places(Datum of) {
        if (of.places().isEmpty()) {
            return List.of(at);
        }
        List<Place> places = new ArrayList<>(of.places());
        places.set(0, addressed(places.get(0)));
        return places;
    }

    /** A place of this resource carries its address. */
    private Place addressed(Place place) {
        String address = at.address();
        return address == null || place.address() != null || !place.file().equals(at.file())
                ? place
                : place.withAddress(address);
    }

    private void wrongKind(Datum of, String key, String wanted) {
        String what = of instanceof Datum.Members
                ? "a mapping"
                : of instanceof Datum.Items || of instanceof Datum.OpenList ? "a list" : "text";
        report("wrong-type", place(of), "%s is %s, not %s".formatted(key, what, wanted));
    }

    private void report(String code, Place place, String message) {
        problems.accept(Problem.error(code, place, message));
    }

    private static Optional<Boolean> parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> parseInteger(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
