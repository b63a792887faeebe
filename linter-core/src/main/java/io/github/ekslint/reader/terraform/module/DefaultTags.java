package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource whose provider has
 * <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags">default tags</a>: {@code tags_all} holds them
 * with its own, which win.
 *
 * @param of what is written of the resource
 * @param defaults the tags of the provider
 */
record DefaultTags(Datum.Members of, Datum defaults) implements Datum.Members {

    private static final String ALL = "tags_all";

    @Override
    public Place place() {
        return of.place();
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
        Datum written = of.get(key);
        if (!key.equals(ALL) || !(written instanceof Datum.Nothing)) {
            return written;
        }
        Datum own = of.get("tags");
        Place at = own instanceof Datum.Members tags ? tags.place() : of.place();
        return CollectionFunctions.merge(List.of(defaults, own), new Use(at));
    }
}
