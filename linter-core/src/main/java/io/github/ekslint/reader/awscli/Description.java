package io.github.ekslint.reader.awscli;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import io.github.ekslint.reader.AwsId;
import io.github.ekslint.reader.Fields;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One described resource on its way to a fact. Members are named by their path ({@code resourcesVpcConfig.vpcId}). A member
 * that a whole answer leaves out is known to be absent; of a fragment, nothing is said about it.
 */
final class Description {

    private final Fields fields;
    private final boolean whole;
    private final Attributes.Builder attributes = Attributes.builder();

    /**
     * @param whole whether the description is all that the API answered about the resource
     */
    Description(Fields fields, boolean whole) {
        this.fields = fields;
        this.whole = whole;
    }

    Fields fields() {
        return fields;
    }

    Place place() {
        return fields.place();
    }

    /** Everything said so far. */
    Attributes attributes() {
        return attributes.build();
    }

    /** A value found elsewhere. */
    <T> Description set(Attribute<T> attribute, T value) {
        attributes.set(attribute, value);
        return this;
    }

    /** A value that the kind of answer itself says. */
    <T> Description observe(Attribute<Value<T>> attribute, T value) {
        return set(attribute, Value.observed(value, fields.origin(), place()));
    }

    /** A text; a blank one counts as absent. */
    Description text(Attribute<Value<String>> attribute, String path) {
        return value(
                attribute,
                text(path).filter(v -> v.known().filter(String::isBlank).isEmpty()));
    }

    Description flag(Attribute<Value<Boolean>> attribute, String path) {
        return value(attribute, parent(path).flatMap(f -> f.flag(last(path))));
    }

    /** A flag that the API leaves out when it is false. */
    Description flagOrFalse(Attribute<Value<Boolean>> attribute, String path) {
        Optional<Value<Boolean>> written = parent(path).flatMap(f -> f.flag(last(path)));
        if (written.isEmpty() && whole) {
            return observe(attribute, false);
        }
        return value(attribute, written);
    }

    /** A text that older answers leave out, when what AWS takes then is documented. */
    Description textOr(Attribute<Value<String>> attribute, String path, String awsDefault) {
        Optional<Value<String>> written = text(path);
        if (written.isEmpty() && whole) {
            return set(attribute, Value.byDefault(awsDefault, "AWS", place()));
        }
        return value(attribute, written);
    }

    Description integer(Attribute<Value<Integer>> attribute, String path) {
        return value(attribute, parent(path).flatMap(f -> f.integer(last(path))));
    }

    Description instant(Attribute<Value<Instant>> attribute, String path) {
        return value(attribute, time(path));
    }

    /** A timestamp; unresolved when it is written in an unknown form. */
    Optional<Value<Instant>> time(String path) {
        return node(path).map(n -> Times.instant(n)
                .<Value<Instant>>map(t -> Value.observed(t, fields.origin(), n.place()))
                .orElseGet(() -> Value.unresolved("%s is no timestamp".formatted(last(path)), List.of(n.place()))));
    }

    /** An id of the resource itself or of another one; unresolved when nothing of it is left but its prefix. */
    Description id(Attribute<Value<String>> attribute, String path) {
        return value(attribute, text(path).map(Description::real));
    }

    Description ref(Attribute<Value<Ref>> attribute, String path) {
        return value(attribute, text(path).map(id -> refValue(id)));
    }

    Description refs(Attribute<Listing<Ref>> attribute, String path) {
        return list(attribute, parent(path).flatMap(f -> f.items(last(path), n -> ref(n, last(path)))));
    }

    /** References by an id inside the items of a list. */
    Description refs(Attribute<Listing<Ref>> attribute, String path, String member) {
        return list(attribute, items(path, f -> f.text(member).map(t -> Ref.byId(real(t)))));
    }

    Description texts(Attribute<Listing<Value<String>>> attribute, String path) {
        return list(attribute, parent(path).flatMap(f -> f.texts(last(path))));
    }

    /** Texts inside the items of a list. */
    Description texts(Attribute<Listing<Value<String>>> attribute, String path, String member) {
        return list(attribute, items(path, f -> f.text(member)));
    }

    /** Tags written as a mapping, as EKS does. */
    Description tagMap(Attribute<Value<Tags>> attribute, String path) {
        Tags tags = parent(path).flatMap(f -> f.tags(last(path))).orElse(Tags.NONE);
        return whole || node(path).isPresent() ? observe(attribute, tags) : this;
    }

    /** Tags written as a list of pairs, as EC2 does. */
    Description tagList(Attribute<Value<Tags>> attribute, String path) {
        if (node(path).isEmpty()) {
            return whole ? observe(attribute, Tags.NONE) : this;
        }
        Map<String, Value<String>> tags = new LinkedHashMap<>();
        children(path).forEach(pair -> pair.text("Key")
                .flatMap(Value::known)
                .ifPresent(key ->
                        tags.put(key, pair.text("Value").orElse(Value.observed("", fields.origin(), pair.place())))));
        return observe(attribute, new Tags(tags, true));
    }

    /** A list that is read from the items of another; empty when a whole answer has none. */
    <T> Description list(Attribute<Listing<T>> attribute, Optional<Listing<T>> listing) {
        Optional<Listing<T>> said = listing.isEmpty() && whole
                ? Optional.of(Listing.observed(List.of(), fields.origin(), place()))
                : listing;
        said.ifPresent(l -> attributes.set(attribute, l));
        return this;
    }

    /** A value; known to be absent when a whole answer leaves it out. */
    <T> Description value(Attribute<Value<T>> attribute, Optional<Value<T>> value) {
        Optional<Value<T>> said = value.isEmpty() && whole
                ? Optional.of(new Value.Absent<>(Provenance.OBSERVED, List.of(place())))
                : value;
        said.ifPresent(v -> attributes.set(attribute, v));
        return this;
    }

    /** What is read from each mapping of a list; empty when the list is not written. */
    <T> Optional<Listing<T>> items(String path, Function<Fields, Optional<T>> read) {
        return node(path).map(n -> {
            List<T> items = new ArrayList<>();
            children(path).forEach(f -> read.apply(f).ifPresent(items::add));
            return Listing.observed(items, fields.origin(), n.place());
        });
    }

    List<Fields> children(String path) {
        return parent(path).map(f -> f.children(last(path))).orElse(List.of());
    }

    Optional<Value<String>> text(String path) {
        return parent(path).flatMap(f -> f.text(last(path)));
    }

    /** A text that is known; empty when it is not written or blank. */
    Optional<String> known(String path) {
        return text(path).flatMap(Value::known).filter(t -> !t.isBlank());
    }

    Optional<Node> node(String path) {
        return parent(path).flatMap(f -> f.node(last(path)));
    }

    /** A value that is not there, as a recording knows it. */
    <T> Value<T> absent() {
        return new Value.Absent<>(Provenance.OBSERVED, List.of(place()));
    }

    /** A reference by a scalar. */
    Ref ref(Node scalar, String key) {
        return Ref.byId(real(fields.text(scalar, key)));
    }

    /** The value when it is a real id; else unresolved. */
    static Value<String> real(Value<String> id) {
        return id.known()
                .filter(text -> !AwsId.isReal(text) && !text.startsWith("arn:"))
                .map(text -> Value.<String>unresolved(
                        "“%s” is no id of a resource, as in a scrubbed recording".formatted(text),
                        id.places(),
                        Settlement.file("a recording with the ids in it")))
                .orElse(id);
    }

    /** A reference by an id, as a value of the same provenance. */
    static Value<Ref> refValue(Value<String> id) {
        return id.map(text -> Ref.byId(real(id)));
    }

    private Optional<Fields> parent(String path) {
        Optional<Fields> parent = Optional.of(fields);
        String[] keys = path.split("\\.");
        for (int i = 0; i < keys.length - 1; i++) {
            String key = keys[i];
            parent = parent.flatMap(f -> f.child(key));
        }
        return parent;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
