package io.github.ekslint.reference;

import io.github.ekslint.model.MinorVersion;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A minor version or a day from which something is different.
 *
 * @param id stable name within the table
 * @param minor the minor version; empty when the change has none
 * @param date the UTC day; empty when the change has none
 * @param what the change, in a sentence
 * @param source the page that says so
 */
public record Milestone(
        String id, Optional<MinorVersion> minor, Optional<LocalDate> date, String what, String source) {}
