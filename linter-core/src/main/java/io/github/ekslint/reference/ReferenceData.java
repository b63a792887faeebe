package io.github.ekslint.reference;

import java.time.LocalDate;

/**
 * The figures that change without ekslint changing: versions, dates, AMI types, zones, endpoints. Comes from the data files
 * of a rule pack, or from files the user puts in their place.
 */
public interface ReferenceData {

    /** The UTC day on which the figures were last checked: the oldest of all tables. */
    LocalDate asOf();
}
