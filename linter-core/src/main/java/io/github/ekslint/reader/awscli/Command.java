package io.github.ekslint.reader.awscli;

import io.github.ekslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of the AWS CLI, by its words.
 *
 * @param words with {@code aws} first
 */
record Command(List<String> words) {

    static Command of(Node.Sequence sequence) {
        return new Command(sequence.items().stream()
                .flatMap(n -> n.asScalar().stream())
                .map(Node.Scalar::text)
                .toList());
    }

    /** The value of an option; empty when it is not given. */
    Optional<String> option(String name) {
        int at = words.indexOf(name);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    /** The value of the only filter, when it is of that name and has one value; empty otherwise. */
    Optional<String> onlyFilter(String name) {
        List<String> filters = new ArrayList<>();
        boolean inFilters = false;
        for (String word : words) {
            if (word.startsWith("--")) {
                inFilters = word.equals("--filters") || word.equals("--filter");
            } else if (inFilters) {
                filters.add(word);
            }
        }
        String start = "Name=" + name + ",Values=";
        return filters.size() == 1
                        && filters.get(0).startsWith(start)
                        && !filters.get(0).substring(start.length()).contains(",")
                ? Optional.of(filters.get(0).substring(start.length()))
                : Optional.empty();
    }

    /** Whether the command asks for chosen resources only, by id or by a filter. */
    boolean chooses() {
        return words.stream()
                .anyMatch(w ->
                        w.startsWith("--filter") || w.endsWith("-ids") || w.endsWith("-id") || w.equals("--query"));
    }
}
