package io.github.ekslint.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A resource of an estate, as an input describes it. */
public interface Fact extends Subject {

    /** What the input says about it. */
    Attributes attributes();

    /** The same resource with other attributes. */
    Fact with(Attributes attributes);

    /** The attribute that holds the AWS id or name by which other resources refer to it. */
    Attribute<Value<String>> idAttribute();

    /** The attributes that say which resource it is, and nothing of what it is like. */
    default Set<Attribute<?>> identity() {
        return Set.of(idAttribute());
    }

    /** The AWS id or name by which other resources refer to it. */
    default Value<String> id() {
        return get(idAttribute());
    }

    /** An attribute's value; unresolved when the input does not say. */
    default <T> Value<T> get(Attribute<Value<T>> attribute) {
        Value<T> said = attributes().find(attribute);
        if (said != null) {
            return said;
        }
        return new Value.Unresolved<>(silence(attribute), List.of(place()), settledBy(attribute), null, null);
    }

    /** An attribute that is a list; unresolved when the input does not say. */
    default <T> Listing<T> list(Attribute<Listing<T>> attribute) {
        Listing<T> said = attributes().find(attribute);
        if (said != null) {
            return said;
        }
        return Listing.unresolved(
                silence(attribute), List.of(place()), settledBy(attribute).toArray(Settlement[]::new));
    }

    /** The id or name when it is known, else what the input itself calls the resource. */
    @Override
    default String displayName() {
        Optional<String> known = Optional.ofNullable(attributes().find(idAttribute()))
                .flatMap(Value::known)
                .filter(id -> !id.isBlank());
        return known.orElseGet(() -> DisplayNames.of(kind(), key(), place().address()));
    }

    private String silence(Attribute<?> attribute) {
        boolean described = attribute.command().isEmpty()
                || attributes().said().stream()
                        .anyMatch(said ->
                                !identity().contains(said) && said.command().equals(attribute.command()));
        return described
                ? "the input does not give the %s of %s".formatted(attribute.name(), displayName())
                : "the input names %s, but does not describe it".formatted(displayName());
    }

    /** The command that describes the resource; before its id is known, what tells that. */
    private List<Settlement> settledBy(Attribute<?> attribute) {
        if (attribute.command().isEmpty()) {
            return List.of();
        }
        Value<String> said = attributes().find(idAttribute());
        if (said instanceof Value.Unresolved<String> open && !open.settledBy().isEmpty()) {
            return open.settledBy();
        }
        String id = Optional.ofNullable(said)
                .flatMap(Value::known)
                .map(Settlement::word)
                .orElse("<" + idAttribute().name() + ">");
        return List.of(Settlement.command(command(attribute.command(), id)));
    }

    /**
     * The command that describes this resource.
     *
     * @param template with {@code {id}}
     * @param id the id or name, as a word of a shell
     */
    default String command(String template, String id) {
        return template.replace("{id}", id);
    }
}
