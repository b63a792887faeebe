package io.github.ekslint.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is staged, or the commits that a runner of hooks works on ({@code --from-ref}, {@code --to-ref}, a push).
 *
 * @param from the commit it begins after; empty for what is staged
 * @param to the last commit; empty for what is staged
 */
record Change(Git git, String from, String to) {

    /** What pre-commit and prek set for their hooks. */
    private static final String RUNNER = "PRE_COMMIT";

    /**
     * A file as it is after the change.
     *
     * @param mode as git writes it
     * @param merged false for a conflict that is not resolved
     */
    record Entry(String path, String mode, String id, boolean merged) {}

    /** The change that git's environment speaks of. */
    static Change of(Git git) {
        Map<String, String> environment = git.environment();
        String from = environment.getOrDefault("PRE_COMMIT_FROM_REF", "");
        String to = environment.getOrDefault("PRE_COMMIT_TO_REF", "");
        return from.isEmpty() || to.isEmpty() ? new Change(git, "", "") : new Change(git, from, to);
    }

    private boolean isRange() {
        return !to.isEmpty();
    }

    /** Begins to list all files of the repository as they are after it. */
    Git.Running list() {
        return isRange()
                ? git.begin("ls-tree", "-r", "-z", "--full-tree", to, "--")
                : git.begin("ls-files", "--stage", "-z", "--full-name", ":/");
    }

    /** What the list says. */
    List<Entry> entries(Git.Running list) {
        Function<String, Entry> entry = line -> {
            int tab = line.indexOf('\t');
            String[] about = line.substring(0, tab).split(" ");
            String path = line.substring(tab + 1);
            return isRange()
                    ? new Entry(path, about[0], about[2], true)
                    : new Entry(path, about[0], about[1], about[2].equals("0"));
        };
        return parts(list.output()).stream().map(entry).toList();
    }

    /** The files that differ, deleted ones among them. */
    List<String> files() {
        String what = isRange() ? from + "..." + to : "--cached";
        return parts(git.run("diff", what, "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-color", "--"));
    }

    /** Whether a change of no file means all files: a runner of hooks does not run them for nothing. */
    boolean isOfAllWhenEmpty() {
        return !isRange() && git.environment().containsKey(RUNNER);
    }

    private static List<String> parts(String separatedByNul) {
        return Arrays.stream(separatedByNul.split("\0"))
                .filter(p -> !p.isEmpty())
                .toList();
    }
}
