package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Choices;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource, or a block of it, as the provider takes it: an empty text is how modules write that nothing is set. The values of tags
 * and labels, and what is called {@code value}, may be empty.
 *
 * @param of as it is written
 */
record Given(Datum.Members of) implements Datum.Members {

    @Override
    public Place place() {
        return of.place();
    }

    @Override
    public List<Place> places() {
        return of.places();
    }

    @Override
    public Set<String> keys() {
        return of.keys();
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return of.keyPlace(key);
    }

    @Override
    public @Nullable Gap rest() {
        return of.rest();
    }

    @Override
    public List<Datum.Partly> partly() {
        return of.partly();
    }

    @Override
    public Datum get(String key) {
        Datum value = of.get(key);
        return key.equals("value") ? value : Choices.map(value, Given::taken);
    }

    private static Datum taken(Datum value) {
        if (value instanceof Datum.Text && "".equals(Texts.known(value))) {
            return new Datum.Nothing(value.places());
        }
        return value instanceof Datum.Items items
                ? new Datum.Items(items.items().stream().map(Given::block).toList(), items.provenance(), items.places())
                : value;
    }

    private static Datum block(Datum item) {
        return Choices.map(item, i -> i instanceof Datum.Members members ? new Given(members) : i);
    }
}
