package io.github.ekslint.reader;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Value;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.Reading.Draft;
import io.github.ekslint.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Observations that say no more than that lists of some VPC are whole.
 *
 * @param observations all of the run
 * @param drafts the specs of the run
 * @param problems takes those that say of no VPC which it is
 */
record VpcMarks(List<Observation> observations, List<Draft> drafts, Consumer<Problem> problems) {

    /** Gives an empty list that does not say of which VPC it is to the only VPC of its folder, else of the run. */
    List<Observation> placed() {
        Map<String, Set<String>> byFolder = new HashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (Observation observation : observations) {
            observation.vpc().ifPresent(vpc -> {
                all.add(vpc);
                byFolder.computeIfAbsent(observation.folder(), f -> new LinkedHashSet<>())
                        .add(vpc);
            });
        }
        drafts.forEach(d -> d.facts().forEach(f -> Mentions.of(f).stream()
                .filter(id -> id.startsWith("vpc-"))
                .forEach(all::add)));
        List<Observation> placed = new ArrayList<>();
        for (Observation observation : observations) {
            if (!observation.isVpcMark()) {
                placed.add(observation);
                continue;
            }
            Set<String> inFolder = byFolder.getOrDefault(observation.folder(), Set.of());
            Optional<String> vpc = Stream.of(inFolder, all)
                    .filter(s -> s.size() == 1)
                    .flatMap(Set::stream)
                    .findFirst();
            if (vpc.isPresent()) {
                placed.add(marked(observation, vpc.get()));
            } else if (!all.isEmpty()) {
                problems.accept(Problem.warning(
                        "ambiguous-evidence",
                        observation.recording().place(),
                        "an empty list does not say which of the %d VPCs of this run it is of".formatted(all.size())));
            }
        }
        return placed;
    }

    private static Observation marked(Observation mark, String vpc) {
        Fact fact = mark.fact();
        Value<String> id = Value.observed(vpc, "recorded", fact.place());
        Fact named = Rekeyed.of(
                fact,
                "Vpc/" + vpc,
                null,
                Attributes.builder().set(Vpc.VPC_ID, id).build().over(fact.attributes(), true));
        return new Observation(named, mark.recording());
    }
}
