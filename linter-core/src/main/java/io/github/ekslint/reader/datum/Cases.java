package io.github.ekslint.reader.datum;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Input;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Ref;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Tags;
import io.github.ekslint.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The combinations of open inputs under which a spec is read once more: which lists, resources and values there are depends on them. */
public final class Cases {

    /** More combinations than this are not read; the inputs that tell least stay open. */
    private static final int MOST = 16;

    /** More facts than this, in all combinations together, are not judged: of large specs fewer combinations are read. */
    private static final int MOST_FACTS = 2_000;

    private final int most;
    private final Function<String, Optional<Input>> opened;
    private final Set<Input> ofLists = new LinkedHashSet<>();
    private final Set<Input> ofResources = new LinkedHashSet<>();
    private final Set<Input> ofValues = new LinkedHashSet<>();

    private Cases(int facts, Function<String, Optional<Input>> opened) {
        this.most = Math.min(MOST, MOST_FACTS / Math.max(1, facts));
        this.opened = opened;
    }

    /**
     * None when the facts depend on no open input with few values.
     *
     * @param opened the open input of a name, if anything was found to depend on it
     */
    public static List<Map<Input, String>> of(List<Fact> facts, Function<String, Optional<Input>> opened) {
        Cases cases = new Cases(facts.size(), opened);
        facts.forEach(cases::collect);
        return cases.combinations();
    }

    private void collect(Fact fact) {
        ofResources.addAll(fact.existence().inputs());
        for (Attribute<?> attribute : fact.attributes().said()) {
            collect(fact.attributes().find(attribute));
        }
    }

    private void collect(@Nullable Object said) {
        if (said instanceof Listing<?> listing) {
            listing.openEnd().ifPresent(rest -> rest.settledBy().stream()
                    .map(Settlement::text)
                    .forEach(name -> opened.apply(name).ifPresent(ofLists::add)));
            listing.items().forEach(this::collect);
        } else if (said instanceof Value.Choice<?> choice) {
            ofValues.add(choice.input());
            choice.input().values().forEach(v -> collect(choice.choose().apply(v)));
        } else if (said instanceof Value<?> value) {
            value.known().ifPresent(this::collect);
        } else if (said instanceof Ref ref) {
            collect(ref.id());
        } else if (said instanceof Tags tags) {
            tags.values().values().forEach(this::collect);
        }
    }

    private List<Map<Input, String>> combinations() {
        Set<Input> inOrder = new LinkedHashSet<>(ofLists);
        inOrder.addAll(ofResources);
        inOrder.addAll(ofValues);
        List<Map<Input, String>> combinations = List.of(Map.of());
        for (Input input : inOrder) {
            if (combinations.size() * input.values().size() <= most) {
                combinations = times(combinations, input);
            }
        }
        return combinations.size() == 1 ? List.of() : combinations;
    }

    private static List<Map<Input, String>> times(List<Map<Input, String>> combinations, Input input) {
        List<Map<Input, String>> more = new ArrayList<>();
        for (Map<Input, String> one : combinations) {
            for (String value : input.values()) {
                Map<Input, String> longer = new LinkedHashMap<>(one);
                longer.put(input, value);
                more.add(longer);
            }
        }
        return more;
    }
}
