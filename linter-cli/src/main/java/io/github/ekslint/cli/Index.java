package io.github.ekslint.cli;

import io.github.ekslint.config.ConfigFile;
import io.github.ekslint.finding.Report;
import io.github.ekslint.request.Reasons;
import io.github.ekslint.request.SpecParameters;
import io.github.ekslint.request.UsageError;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.source.SourceFinder;
import io.github.ekslint.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What git would commit: the files of the index, with their staged content. Nothing is taken from the working tree, so what is
 * not staged makes no difference; only what an option names and git does not track is read as it is. Where a runner of hooks
 * works on a range of commits, the files of its last commit stand for those of the index.
 */
final class Index implements Origin {

    private static final String FILE = "100";
    private static final String LINK = "120000";
    private static final String UNMERGED = "it has a merge conflict that is not resolved";

    private final Git git;
    private final Change change;
    private final Blobs blobs;
    private final String root;
    private final String prefix;
    private final NavigableMap<String, String> ids = new TreeMap<>();
    private final Map<String, String> others = new HashMap<>();

    /**
     * @param root of the working tree, absolute, with {@code /}
     * @param prefix the working folder relative to it: empty, or with {@code /} at its end
     */
    private Index(Git git, Change change, String root, String prefix) {
        this.git = git;
        this.change = change;
        this.blobs = new Blobs(git);
        this.root = root;
        this.prefix = prefix;
    }

    /**
     * The index of the repository that git's folder, the working folder, is in.
     *
     * @throws UsageError when there is none, or git cannot read it
     */
    static Index open(Git git) {
        Change change = Change.of(git);
        Git.Running list = change.list();
        String[] lines =
                git.run("rev-parse", "--show-toplevel", "--show-prefix").split("\n", -1);
        Index index = new Index(git, change, lines[0], lines.length > 1 ? lines[1] : "");
        change.entries(list).forEach(index::add);
        return index;
    }

    private void add(Change.Entry entry) {
        if (!entry.merged()) {
            others.put(entry.path(), UNMERGED);
        } else if (entry.mode().startsWith(FILE)) {
            ids.put(entry.path(), entry.id());
        } else {
            others.put(entry.path(), entry.mode().equals(LINK) ? "it is a symbolic link" : "it is a submodule");
        }
    }

    /** One file of the index. */
    private record Blob(String uri, String id, boolean named, Blobs blobs) implements Input {
        @Override
        public Parsed parse(Limits limits) {
            try {
                int most = (int) Math.min(Integer.MAX_VALUE - 16, limits.maxJsonBytes() + 1);
                return blobs.read(id, most)
                        .map(bytes -> Sources.parse(uri, bytes, limits))
                        .orElseGet(() -> unreadable("git does not have its content here"));
            } catch (IOException e) {
                return unreadable("git cannot read it: " + Reasons.of(e));
            }
        }

        private Parsed unreadable(String why) {
            SourceFile file = new SourceFile(uri, List.of());
            Problem problem = named
                    ? Problem.error("unreadable", file.start(), why)
                    : Problem.warning("unreadable", file.start(), why);
            return new Parsed(file, List.of(), List.of(problem));
        }
    }

    @Override
    public Found find(List<String> names) {
        Finds finds = new Finds();
        for (String name : names) {
            Optional<String> path = path(name);
            if (name.equals("-")) {
                throw new UsageError("standard input is not staged");
            } else if (path.isEmpty()) {
                finds.problem(name, "no-such-file", "it is not in the git repository of this folder");
            } else {
                find(path.get(), finds);
            }
        }
        return finds.found();
    }

    @Override
    public Found recordings(List<String> names) {
        Found staged = find(names.stream().filter(this::isTracked).toList());
        Found others = new Disk(InputStream.nullInputStream(), git.folder())
                .find(names.stream().filter(n -> !isTracked(n)).toList());
        return new Found(
                Stream.concat(staged.inputs().stream(), others.inputs().stream())
                        .toList(),
                Stream.concat(staged.problems().stream(), others.problems().stream())
                        .toList(),
                Stream.concat(staged.skipped().stream(), others.skipped().stream())
                        .toList());
    }

    private boolean isTracked(String name) {
        return path(name)
                .filter(p -> p.isEmpty()
                        || ids.containsKey(p)
                        || others.containsKey(p)
                        || ids.keySet().stream().anyMatch(id -> id.startsWith(p + "/")))
                .isPresent();
    }

    private void find(String path, Finds finds) {
        if (ids.containsKey(path) || others.containsKey(path)) {
            finds.add(path, true);
            return;
        }
        String folder = path.isEmpty() ? "" : path + "/";
        BiConsumer<String, Object> add = (file, any) -> {
            if (file.startsWith(folder) && SourceFinder.isWalkedTo(file.substring(folder.length()))) {
                finds.add(file, false);
            }
        };
        ids.forEach(add);
        others.forEach(add);
        if (!path.isEmpty() && ids.keySet().stream().noneMatch(p -> p.startsWith(folder))) {
            finds.problem(uri(path), "no-such-file", "git's index has no such file or folder; “git add” puts it there");
        }
    }

    /** The files of the change, deleted ones aside. */
    @Override
    public Found unnamed() {
        Finds finds = new Finds();
        List<String> changed = change.files();
        changed.stream()
                .filter(path -> ids.containsKey(path) || others.containsKey(path))
                .filter(SourceFinder::isWalkedTo)
                .forEach(path -> finds.add(path, true));
        if (changed.isEmpty() && change.isOfAllWhenEmpty()) {
            find("", finds);
        }
        return finds.found();
    }

    @Override
    public List<String> context() {
        return List.of(root);
    }

    @Override
    public Optional<Path> configuration() {
        String folder = prefix;
        while (true) {
            if (ids.containsKey(folder + ConfigFile.NAME)) {
                return Optional.of(Path.of(root, folder + ConfigFile.NAME));
            }
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
    }

    @Override
    public void ahead(List<Input> inputs) {
        blobs.ahead(inputs.stream()
                .filter(Blob.class::isInstance)
                .map(b -> ((Blob) b).id())
                .toList());
    }

    @Override
    public Parsed option(Path file) {
        Optional<String> path = path(file.toString());
        String id = path.map(ids::get).orElse(null);
        return id == null
                ? SpecParameters.parsed(file)
                : new Blob(uri(path.get()), id, true, blobs).parse(Limits.DEFAULT);
    }

    /** A name relative to the root, with {@code /}; empty for what lies outside. */
    private Optional<String> path(String name) {
        try {
            Path path = Path.of(root, prefix).resolve(name).normalize();
            Path top = Path.of(root);
            return path.startsWith(top)
                    ? Optional.of(top.relativize(path)
                            .toString()
                            .replace(path.getFileSystem().getSeparator(), "/"))
                    : Optional.empty();
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    /** How reports name a file: relative to the working folder, or absolute when it lies elsewhere. */
    private String uri(String path) {
        return path.startsWith(prefix) ? path.substring(prefix.length()) : root + "/" + path;
    }

    @Override
    public void close() {
        blobs.close();
    }

    /** Collects what is found, each file once. */
    private final class Finds {
        private final Map<String, Input> inputs = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Report.Skipped> skipped = new ArrayList<>();

        void add(String path, boolean named) {
            String id = ids.get(path);
            if (id != null) {
                inputs.putIfAbsent(uri(path), new Blob(uri(path), id, named, blobs));
                return;
            }
            String why = others.getOrDefault(path, "");
            if (named && why.equals(UNMERGED)) {
                problem(uri(path), "unmerged", why);
            } else {
                skipped.add(new Report.Skipped(uri(path), why));
            }
        }

        void problem(String uri, String code, String why) {
            problems.add(Problem.error(code, new SourceFile(uri, List.of()).start(), why));
        }

        Found found() {
            return new Found(
                    List.copyOf(inputs.values()),
                    problems,
                    skipped.stream().distinct().toList());
        }
    }
}
