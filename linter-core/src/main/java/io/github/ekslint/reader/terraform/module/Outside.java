package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.reader.datum.Props;
import io.github.ekslint.reader.terraform.resource.TfResource;
import io.github.ekslint.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of a module that is known from its documentation: its own places mean nothing to the user, so that values stand
 * at the arguments of the call they come from, and else at the call.
 */
final class Outside {

    /** Lists in lists deeper than this keep their places. */
    private static final int DEEPEST = 4;

    private Outside() {}

    static TfResource of(TfResource resource, Module.Call call) {
        if (!Registry.isShipped(resource.place().file())) {
            return resource;
        }
        Module.Call outer = outermost(call);
        Place place = outer.block().header().withAddress(resource.address());
        Props inner = resource.attributes();
        Props attributes = new Props(of(inner.datum(), outer.block().header()), inner.name(), place, inner.problems());
        Datum exists = of(resource.exists(), outer.block().header());
        return new TfResource(
                resource.address(), resource.mode(), resource.type(), exists, resource.region(), attributes, place);
    }

    /** The call that the user wrote. */
    private static Module.Call outermost(Module.Call call) {
        Optional<Module.Call> outer = call.scope().module().call();
        return Registry.isShipped(call.block().header().file()) && outer.isPresent() ? outermost(outer.get()) : call;
    }

    static Datum of(Datum value, Module module) {
        Optional<Module.Call> call = module.call();
        return call.isEmpty() || !Registry.isShipped(module.folder())
                ? value
                : of(value, outermost(call.get()).block().header());
    }

    static Datum of(Datum datum, Place call) {
        return of(datum, call, 0);
    }

    private static Datum of(Datum datum, Place call, int depth) {
        List<Place> places = outside(datum.places(), call);
        if (datum instanceof Datum.Text t) {
            return new Datum.Text(t.pieces(), t.provenance(), places, t.target());
        } else if (datum instanceof Datum.Items i) {
            List<Datum> items = i.items().stream()
                    .map(d -> depth < DEEPEST ? of(d, call, depth + 1) : d)
                    .toList();
            return new Datum.Items(items, i.provenance(), places);
        } else if (datum instanceof Datum.OpenList o) {
            return new Datum.OpenList(o.gap(), o.distinct(), places);
        } else if (datum instanceof Datum.Unknown u) {
            return new Datum.Unknown(u.gap(), places);
        } else if (datum instanceof Datum.Nothing) {
            return new Datum.Nothing(datum.places().isEmpty() ? List.of() : places);
        } else if (datum instanceof Datum.Choice c) {
            Map<String, Datum> cases = new LinkedHashMap<>();
            c.cases().forEach((v, d) -> cases.put(v, of(d, call, depth)));
            return new Datum.Choice(c.input(), cases, places);
        }
        return new Replaced((Datum.Members) datum, call);
    }

    private static List<Place> outside(List<Place> places, Place call) {
        List<Place> own =
                places.stream().filter(p -> !Registry.isShipped(p.file())).toList();
        return own.isEmpty() ? List.of(call) : own;
    }

    /** A mapping whose members are shown at the call. */
    private record Replaced(Datum.Members inner, Place call) implements Datum.Members {
        @Override
        public Place place() {
            return outside(inner.places(), call).get(0);
        }

        @Override
        public Datum get(String key) {
            return of(inner.get(key), call);
        }

        @Override
        public Set<String> keys() {
            return inner.keys();
        }

        @Override
        public Optional<Place> keyPlace(String key) {
            return inner.keyPlace(key).filter(p -> !Registry.isShipped(p.file()));
        }

        @Override
        public @Nullable Gap rest() {
            return inner.rest();
        }

        @Override
        public List<Datum.Partly> partly() {
            return inner.partly().stream()
                    .map(p -> new Datum.Partly((Datum.Text) of(p.key(), call), of(p.value(), call)))
                    .toList();
        }
    }
}
