package io.github.ekslint.reader;

import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.Input;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one reader made of its documents.
 *
 * @param drafts the estates that specs describe, before evidence is joined
 * @param recordings what was observed
 * @param problems what could not be read
 * @param notes of files that gave no facts: why they are not judged; empty for one that belongs to a draft all the same
 */
public record Reading(
        List<Draft> drafts, List<Recording> recordings, List<Problem> problems, Map<SourceFile, String> notes) {

    /** Keeps its own copies. */
    public Reading {
        drafts = List.copyOf(drafts);
        recordings = List.copyOf(recordings);
        problems = List.copyOf(problems);
        notes = Map.copyOf(notes);
    }

    /** Without notes. */
    public Reading(List<Draft> drafts, List<Recording> recordings, List<Problem> problems) {
        this(drafts, recordings, problems, Map.of());
    }

    /**
     * An estate as its spec describes it.
     *
     * @param id names the estate in reports
     * @param dialect of its spec
     * @param place of its spec
     * @param facts with keys that are unique within the estate
     * @param cases the facts in each case of the open inputs that they depend on, with the same keys; none when there are none
     */
    public record Draft(String id, String dialect, Estate.Tool tool, Place place, List<Fact> facts, List<Case> cases) {
        /** Keeps its own copies. */
        public Draft {
            facts = List.copyOf(facts);
            cases = List.copyOf(cases);
        }

        /** A draft that depends on no open input. */
        public Draft(String id, String dialect, Estate.Tool tool, Place place, List<Fact> facts) {
            this(id, dialect, tool, place, facts, List.of());
        }
    }

    /**
     * The facts of a draft when open inputs have these values.
     *
     * @param inputs the value of each input
     */
    public record Case(Map<Input, String> inputs, List<Fact> facts) {
        /** Keeps its own copies. */
        public Case {
            inputs = Map.copyOf(inputs);
            facts = List.copyOf(facts);
        }
    }

    /**
     * One recorded answer.
     *
     * @param place of the answer
     * @param dialect of the answer
     * @param accountId the account it was recorded in, when it says so
     * @param region the Region it was recorded in, when it says so
     * @param clusterName the cluster it is about, when it says so
     * @param recordedAt when, if a manifest says so
     * @param facts as recorded; keys are unique within the run
     */
    public record Recording(
            Place place,
            String dialect,
            Optional<String> accountId,
            Optional<String> region,
            Optional<String> clusterName,
            Optional<Instant> recordedAt,
            List<Fact> facts) {
        /** The dialect of a recording without facts that says what the other recordings of its folder are about. */
        public static final String MANIFEST = "manifest";

        /** The dialect of Kubernetes manifests: what somebody wrote, for whichever cluster. */
        public static final String MANIFESTS = "kubernetes manifest";

        /** Keeps its own copy of the facts. */
        public Recording {
            facts = List.copyOf(facts);
        }
    }
}
