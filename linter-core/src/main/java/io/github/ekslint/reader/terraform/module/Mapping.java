package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map or an object.
 *
 * @param members in any order; Terraform's is that of the keys
 * @param keyPlaces where keys are written, as far as they are
 * @param rest why there may be other members; null when there are none
 * @param partly all of those, when the beginnings of their keys are known
 * @param places the use first
 */
record Mapping(
        Map<String, Datum> members,
        Map<String, Place> keyPlaces,
        @Nullable Gap rest,
        List<Datum.Partly> partly,
        List<Place> places)
        implements Datum.Members {

    Mapping {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        keyPlaces = Map.copyOf(keyPlaces);
        partly = List.copyOf(partly);
        places = List.copyOf(places);
    }

    Mapping(Map<String, Datum> members, Map<String, Place> keyPlaces, @Nullable Gap rest, List<Place> places) {
        this(members, keyPlaces, rest, List.of(), places);
    }

    @Override
    public Place place() {
        return places.get(0);
    }

    @Override
    public Datum get(String key) {
        Datum member = members.get(key);
        if (member != null) {
            return member;
        }
        Gap gap = rest;
        boolean elsewhere = !partly.isEmpty() && partly.stream().noneMatch(p -> p.mayBe(key));
        return gap == null || elsewhere ? new Datum.Nothing(List.of()) : new Datum.Unknown(gap, places);
    }

    @Override
    public Set<String> keys() {
        return members.keySet();
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return Optional.ofNullable(keyPlaces.get(key));
    }
}
