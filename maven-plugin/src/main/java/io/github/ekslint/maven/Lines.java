package io.github.ekslint.maven;

import io.github.ekslint.finding.Verdict;
import io.github.ekslint.finding.Verdict.Result;
import io.github.ekslint.source.Place;
import io.github.ekslint.source.Problem;
import java.nio.file.Path;

/**
 * One line for each finding, as compilers write them in Maven: {@code /absolute/file:[line,column] …}, which IDEs turn into
 * links.
 *
 * @param root what reports name files relative to
 */
record Lines(Path root) {

    String of(Verdict verdict) {
        String how = verdict.result() == Result.UNKNOWN
                ? "unknown"
                : verdict.severity().id();
        return "%s %s[%s]: %s"
                .formatted(at(verdict.place()), how, verdict.rule().id(), flat(verdict.message()));
    }

    String of(Problem problem) {
        String how = problem.severity() == Problem.Severity.ERROR ? "problem" : "notice";
        return "%s %s[%s]: %s".formatted(at(problem.place()), how, problem.code(), flat(problem.message()));
    }

    private String at(Place place) {
        return "%s:[%d,%d]".formatted(root.resolve(place.file().uri()), place.line(), place.column());
    }

    private static String flat(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
