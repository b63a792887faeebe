package io.github.ekslint.cli;

import io.github.ekslint.request.Reasons;
import io.github.ekslint.request.UsageError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The pre-commit hook of a repository.
 *
 * @param file where git looks for it
 */
record GitHook(Path file) {

    /**
     * That of the repository git's folder is in; {@code core.hooksPath} counts.
     *
     * @throws UsageError when there is no repository, or its hooks are not its own
     */
    static GitHook of(Git git) {
        Path root = Path.of(git.run("rev-parse", "--show-toplevel").strip());
        Git.Answer configured = git.answer("config", "--type=path", "core.hooksPath");
        String path = configured.output().strip();
        if (configured.status() != 0 || path.isEmpty()) {
            Path hooks = git.folder()
                    .resolve(git.run("rev-parse", "--git-path", "hooks").strip());
            return new GitHook(hooks.normalize().resolve("pre-commit"));
        }
        Path hooks = root.resolve(path).normalize();
        Path common = git.folder()
                .resolve(git.run("rev-parse", "--git-common-dir").strip())
                .normalize();
        if (!hooks.startsWith(root) && !hooks.startsWith(common)) {
            throw new UsageError(("core.hooksPath is %s, which other repositories may use, too: add a line to its"
                            + " pre-commit hook (“ekslint check --staged || exit $?”), or set core.hooksPath for this"
                            + " repository")
                    .formatted(hooks));
        }
        return new GitHook(hooks.resolve("pre-commit"));
    }

    /**
     * Writes the hook; one that ekslint wrote before is replaced.
     *
     * @param replace whether a hook of another origin is put aside
     * @throws UsageError when there is one and it is not to be replaced, or when the file cannot be written
     */
    void install(HookScript script, boolean replace) {
        try {
            Files.createDirectories(folder());
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs()) {
                putAside(replace);
            }
            Path written = Files.createTempFile(folder(), "pre-commit", ".new");
            Files.writeString(written, script.text());
            if (!written.toFile().setExecutable(true, false)
                    || !written.toFile().setReadable(true, false)) {
                throw new IOException("it cannot be made executable");
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UsageError("%s cannot be written: %s".formatted(file, Reasons.of(e)));
        }
    }

    private void putAside(boolean replace) throws IOException {
        if (!replace) {
            throw new UsageError(
                    ("there is a pre-commit hook of another origin: %s; add the line “ekslint check --staged"
                                    + " || exit $?” to it, or let --replace put it aside")
                            .formatted(file));
        }
        if (Files.exists(aside(), LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageError("there already is a hook that was put aside: " + aside());
        }
        Files.move(file, aside());
    }

    /**
     * Deletes the hook, and brings back the one that was put aside.
     *
     * @return false when there is none that ekslint wrote
     */
    boolean uninstall() {
        try {
            if (!Files.exists(file) || !isOurs()) {
                return false;
            }
            Files.delete(file);
            if (Files.exists(aside(), LinkOption.NOFOLLOW_LINKS)) {
                Files.move(aside(), file);
            }
            return true;
        } catch (IOException e) {
            throw new UsageError("%s cannot be removed: %s".formatted(file, Reasons.of(e)));
        }
    }

    private Path folder() {
        return file.resolveSibling("");
    }

    private Path aside() {
        return file.resolveSibling("pre-commit.before-ekslint");
    }

    private boolean isOurs() throws IOException {
        return Files.isRegularFile(file)
                && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("\n" + HookScript.MARK);
    }
}
