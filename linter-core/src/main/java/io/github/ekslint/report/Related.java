package io.github.ekslint.report;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.model.Ground;
import io.github.ekslint.source.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A place that matters for a verdict beside the one to look at first.
 *
 * @param note what stands there
 */
record Related(Place place, String note) implements Comparable<Related> {

    @Override
    public int compareTo(Related other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : note.compareTo(other.note);
    }

    /** The places of a verdict's grounds, each once, in the order of files and lines. */
    static List<Related> of(Verdict verdict) {
        Set<Related> related = new LinkedHashSet<>();
        for (Ground ground : verdict.grounds()) {
            String note = note(ground);
            for (Place place : ground.places()) {
                related.add(new Related(place, note));
            }
        }
        return related.stream().sorted().toList();
    }

    /** A ground in one line: {@code endpointPublicAccess = true (default of AWS)}. */
    static String note(Ground ground) {
        return switch (ground.state()) {
            case "absent" -> ground.label() + " is not set";
            case "depends" -> ground.label() + " " + ground.value();
            case "derived" -> ground.label() + ": " + ground.value();
            case "observed" -> ground.label() + " = " + ground.value() + " (recorded)";
            case Ground.UNRESOLVED -> ground.label() + " is not known: " + ground.value();
            default -> ground.label() + " = " + ground.value();
        };
    }
}
