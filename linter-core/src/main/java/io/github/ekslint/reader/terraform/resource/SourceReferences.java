package io.github.ekslint.reader.terraform.resource;

import io.github.ekslint.model.Provenance;
import io.github.ekslint.reader.datum.Datum;
import java.util.Set;

/**
 * Where a plan knows a value only after the apply, its source may still tell which resources are meant: a plan does not say which
 * function is applied, nor what a local value is made of.
 *
 * @param planned the keys of the resources of the plan
 */
record SourceReferences(Set<String> planned) {

    /** Whether the source says which resources are meant, in full and whatever is given for its variables, and the plan does not. */
    boolean tell(Datum ofPlan, Datum written) {
        return isOpen(ofPlan) && isReference(written);
    }

    private static boolean isOpen(Datum datum) {
        if (datum instanceof Datum.Items items) {
            return !items.items().isEmpty() && items.items().stream().allMatch(SourceReferences::isOpen);
        }
        return datum instanceof Datum.Unknown
                || datum instanceof Datum.OpenList
                || (datum instanceof Datum.Text text && text.known() == null);
    }

    private boolean isReference(Datum datum) {
        if (datum instanceof Datum.Items items) {
            return items.provenance() == Provenance.EXPLICIT
                    && !items.items().isEmpty()
                    && items.items().stream().allMatch(this::isReference);
        }
        return datum instanceof Datum.Text text
                && text.provenance() == Provenance.EXPLICIT
                && text.known() == null
                && text.pieces().size() == 1
                && text.target() != null
                && planned.contains(text.target().key());
    }
}
