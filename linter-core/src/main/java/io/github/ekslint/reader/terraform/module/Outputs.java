package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.model.Symbol;
import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Gap;
import io.github.ekslint.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The outputs of a module that is called. */
record Outputs(Module module) implements Datum.Members {

    @Override
    public Place place() {
        return module.call().map(c -> c.block().header()).orElseGet(() -> module.folder()
                .place());
    }

    @Override
    public Set<String> keys() {
        return module.outputs();
    }

    @Override
    public Datum get(String key) {
        Optional<Datum> output = module.output(key);
        if (output.isPresent()) {
            return Outside.of(output.get(), module);
        }
        return Registry.isShipped(module.folder())
                ? new Datum.Unknown(
                        Gap.because("output %s of %s is known after the apply".formatted(key, module.path()))
                                .as(new Symbol(module.path() + "." + key, "")),
                        List.of(place()))
                : new Datum.Nothing(List.of());
    }

    @Override
    public Optional<Place> keyPlace(String key) {
        return Optional.empty();
    }
}
