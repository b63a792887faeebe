package io.github.ekslint.reader;

import io.github.ekslint.model.Attribute;
import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Provenance;
import io.github.ekslint.model.Settlement;
import io.github.ekslint.model.Value;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins what several recordings tell of one thing: the newer wins; where no time tells which is newer, a contradiction is a problem. */
final class Observed {

    private static final Settlement MANIFEST =
            Settlement.file("recordings of one moment, or a manifest.json that says when each was made");

    /** Characters of a value that a message shows. */
    private static final int LONGEST = 60;

    private final Consumer<Problem> problems;

    Observed(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** What all observations say together. */
    Attributes together(List<Observation> observations) {
        List<Observation> inTime = observations.stream()
                .sorted(Comparator.comparing(o -> o.recording().recordedAt().orElse(Instant.MIN)))
                .toList();
        Attributes sum = inTime.get(0).fact().attributes();
        Map<Attribute<?>, String> contradictions = new LinkedHashMap<>();
        for (int i = 1; i < inTime.size(); i++) {
            Attributes.Builder both = Attributes.builder();
            for (Attribute<?> attribute : sum.said()) {
                copy(both, sum, attribute);
            }
            boolean newer = isNewer(inTime.get(i - 1), inTime.get(i));
            for (Attribute<?> attribute : inTime.get(i).fact().attributes().said()) {
                join(both, sum, inTime.get(i), attribute, newer, contradictions);
            }
            sum = both.build();
        }
        if (!contradictions.isEmpty()) {
            Observation last = inTime.get(inTime.size() - 1);
            problems.accept(Problem.warning(
                    "contradicting-evidence",
                    last.fact().place(),
                    "%s is recorded differently at %s, and no time tells which recording is newer: %s"
                            .formatted(
                                    last.fact().displayName(),
                                    inTime.get(0).fact().place(),
                                    contradictions.entrySet().stream()
                                            .map(e -> e.getKey() + " " + e.getValue())
                                            .collect(Collectors.joining("; ")))));
        }
        return sum;
    }

    private static boolean isNewer(Observation before, Observation now) {
        Optional<Instant> then = before.recording().recordedAt();
        return then.isPresent()
                && now.recording()
                        .recordedAt()
                        .filter(t -> t.isAfter(then.get()))
                        .isPresent();
    }

    private static <T> void join(
            Attributes.Builder both,
            Attributes sum,
            Observation next,
            Attribute<T> attribute,
            boolean newer,
            Map<Attribute<?>, String> contradictions) {
        T before = sum.find(attribute);
        T now = next.fact().attributes().find(attribute);
        if (now == null || isOpen(now)) {
            return;
        }
        boolean wins = before == null || isWeaker(before, now) || (newer && !isDefault(now));
        boolean settles = isOpen(before) && !contradictions.containsKey(attribute);
        if (wins || settles) {
            contradictions.remove(attribute);
            both.set(attribute, now);
        } else if (before != null
                && !isOpen(before)
                && !isWeaker(now, before)
                && !Sameness.of(before).equals(Sameness.of(now))) {
            String values = "%s and %s".formatted(shown(before), shown(now));
            contradictions.put(attribute, values);
            both.set(
                    attribute,
                    open(
                            before,
                            "it is recorded as %s".formatted(values),
                            next.fact().place()));
        }
    }

    private static <T> void copy(Attributes.Builder into, Attributes from, Attribute<T> attribute) {
        T value = from.find(attribute);
        if (value != null) {
            into.set(attribute, value);
        }
    }

    private static boolean isOpen(@Nullable Object said) {
        return said instanceof Value<?> value
                ? value.isUnresolved()
                : said instanceof Listing<?> listing && listing.isUnresolved();
    }

    private static boolean isDefault(Object said) {
        return said instanceof Value.Known<?> known && known.provenance() == Provenance.DEFAULT;
    }

    /** A default is weaker than what was recorded, and a list that may go on is weaker than a whole one. */
    private static boolean isWeaker(Object one, Object other) {
        if (one instanceof Listing<?> a && other instanceof Listing<?> b) {
            return !a.isComplete()
                    && (b.isComplete() || b.items().size() > a.items().size());
        }
        return isDefault(one) && !isDefault(other);
    }

    private static String shown(Object said) {
        String text = Sameness.of(said);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    @SuppressWarnings("unchecked") // a value stays a value and a list a list
    private static <T> T open(T said, String why, Place place) {
        Object open = said instanceof Listing<?>
                ? Listing.unresolved(why, List.of(place), MANIFEST)
                : Value.unresolved(why, List.of(place), MANIFEST);
        return (T) open;
    }
}
