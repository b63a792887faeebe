package io.github.ekslint.reader;

import io.github.ekslint.source.Document;
import java.util.List;

/**
 * Reads the documents of one dialect. Readers are found through {@link java.util.ServiceLoader}, have no state, and may be
 * called from several threads.
 */
public interface SpecReader {

    /** The dialect's name in reports: {@code eksctl}, {@code awscli}, {@code kubernetes} …. */
    String dialect();

    /**
     * Whether the document is of this dialect, by its content alone: the file's name does not count.
     *
     * @return how sure; of several readers that recognise a document the surest reads it
     */
    Recognition recognise(Document document);

    /**
     * Reads all documents of a run that this reader recognised, so that it can join those that belong together. Never throws
     * for what a document says: that becomes a problem.
     */
    Reading read(List<Document> documents, ReaderContext context);

    /** How sure a reader is that a document is of its dialect. */
    enum Recognition {
        /** Not of this dialect. */
        NO,
        /** Looks like it, but carries nothing about EKS: skipped with a note. */
        IRRELEVANT,
        /** Of this dialect. */
        YES
    }
}
