package io.github.ekslint.reference;

import java.util.List;
import java.util.Optional;

/** The partitions of AWS that the table knows. */
public record Partitions(List<Partition> all) {

    /** Keeps its own copy. */
    public Partitions {
        all = List.copyOf(all);
    }

    /** A partition by its id, such as {@code aws-us-gov}. */
    public Optional<Partition> find(String id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The partition of a Region, by the form of its code; a Region newer than the table is found too. */
    public Optional<Partition> ofRegion(String region) {
        return all.stream().filter(p -> p.matches(region)).findFirst();
    }

    /** Whether the table lists a Region. False also for a Region newer than the table. */
    public boolean lists(String region) {
        return all.stream().anyMatch(p -> p.regions().contains(region));
    }
}
