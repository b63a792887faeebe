package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.source.Place;
import java.util.Optional;
import java.util.Set;

/**
 * A resource or data source as facts are made of it: what is written, and the ids that name it.
 *
 * @param written what its block says
 * @param referenced as expressions see it
 */
record AsWritten(Datum.Members written, Datum.Members referenced) implements Datum.Members {

    @Override
    public Place place() {
        return written.place();
    }

    @Override
    public Set<String> keys() {
        return written.keys();
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return written.keyPlace(key);
    }

    @Override
    public Datum get(String key) {
        Datum value = written.get(key);
        boolean names = key.equals("id") || key.equals("arn");
        return names && value instanceof Datum.Nothing ? referenced.get(key) : value;
    }
}
