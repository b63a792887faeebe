package io.github.ekslint;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Route;
import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.SourceFile;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that an estate was read from: those of its resources, and those that their values come from. */
final class EstateFiles {

    private final Set<SourceFile> files = new HashSet<>();

    private EstateFiles() {}

    static Set<SourceFile> of(Estate estate) {
        EstateFiles found = new EstateFiles();
        estate.facts().forEach(found::addFact);
        estate.observed().values().forEach(found::addFact);
        return found.files;
    }

    private void addFact(Fact fact) {
        files.add(fact.place().file());
        for (Attribute<?> attribute : fact.attributes().said()) {
            add(fact.attributes().find(attribute));
        }
    }

    private void add(@Nullable Object said) {
        if (said instanceof Value<?> value) {
            value.places().forEach(p -> files.add(p.file()));
            value.known().ifPresent(this::add);
        } else if (said instanceof Listing<?> listing) {
            listing.places().forEach(p -> files.add(p.file()));
            listing.items().forEach(this::add);
        } else if (said instanceof Ref ref) {
            add(ref.id());
        } else if (said instanceof Route route) {
            files.add(route.place().file());
        } else if (said instanceof SecurityGroupRule rule) {
            files.add(rule.place().file());
        }
    }
}
