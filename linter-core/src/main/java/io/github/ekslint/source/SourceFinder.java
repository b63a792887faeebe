package io.github.ekslint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files to read. A named file is always tried, whatever it is called. A named folder is walked for files whose
 * names can be those of specs and recordings: {@code .yaml}, {@code .yml}, {@code .json}, {@code .template}, {@code .tf}, {@code
 * .tofu}, {@code .tfvars}; all but the last three also with {@code .tpl}, {@code .tmpl}, {@code .gotmpl}, {@code .j2}, {@code .in} or {@code .example} after it; what
 * they hold is decided by their content later. Plain {@code .txt} files are prose or logs far more often than specs, so they
 * need to be named.
 *
 * <p>A walk leaves out {@code .git}, {@code .terraform}, {@code node_modules}, {@code target} and what {@code .gitignore} files
 * exclude, those of the folders above included up to the root of the git repository. It follows links to files, but none to
 * folders: what they lead to inside the folder is found anyway. Devices, pipes and sockets are left out. A file that is
 * reached in several ways is read once. Of Terraform source the whole module is read: the other files of its folder, the folders it
 * calls, and the modules that {@code terraform init} installed for it.
 */
public final class SourceFinder {

    /** How reports name standard input. */
    public static final String STDIN = "<stdin>";

    private static final Set<String> LEFT_OUT = Set.of(".git", ".terraform", "node_modules", "target");
    private static final Set<String> EXTENSIONS = Set.of("yaml", "yml", "json", "template");
    private static final Set<String> TERRAFORM_EXTENSIONS = Set.of("tf", "tofu", "tfvars");
    private static final Set<String> TEMPLATE_EXTENSIONS = Set.of("tpl", "tmpl", "gotmpl", "j2", "in", "example");

    private final Path workingFolder;
    private final Map<String, Candidate> candidates = new TreeMap<>();
    private final Set<Path> realPaths = new HashSet<>();
    private final List<Candidate> links = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    /**
     * A file to read.
     *
     * @param uri how reports name it: relative to the working folder with {@code /} when it lies below it, else absolute
     * @param path null for standard input
     * @param named whether it was named itself, not found in a folder
     */
    public record Candidate(String uri, @Nullable Path path, boolean named) {
        /**
         * Reads and parses the file, of which never more than the limits allow is kept in memory. A file that cannot be read
         * becomes a problem.
         *
         * @param stdin what standard input is
         */
        public Parsed parse(InputStream stdin, Limits limits) {
            try (InputStream in = path == null ? stdin : Files.newInputStream(path)) {
                int most = (int) Math.min(Integer.MAX_VALUE - 16, limits.maxJsonBytes() + 1);
                return Sources.parse(uri, in.readNBytes(most), limits);
            } catch (IOException unreadable) {
                return new Parsed(
                        new SourceFile(uri, List.of()), List.of(), List.of(unreadable(uri, unreadable, named)));
            }
        }
    }

    /**
     * Something on the way that is not read.
     *
     * @param why a sentence part: "it is a link that leads nowhere"
     */
    public record Skipped(String uri, String why) {}

    /**
     * What was found.
     *
     * @param candidates by uri, standard input first
     * @param problems names that lead to nothing, and folders that cannot be read
     * @param skipped by uri
     */
    public record Found(List<Candidate> candidates, List<Problem> problems, List<Skipped> skipped) {
        /** Keeps its own copies. */
        public Found {
            candidates = List.copyOf(candidates);
            problems = List.copyOf(problems);
            skipped = List.copyOf(skipped);
        }
    }

    private SourceFinder(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    /**
     * Finds the files of the names given.
     *
     * @param names files, folders, and {@code -} for standard input
     * @param workingFolder what relative names start from
     */
    public static Found find(List<String> names, Path workingFolder) {
        SourceFinder finder = new SourceFinder(workingFolder.toAbsolutePath().normalize());
        names.stream().filter(name -> !name.equals("-")).forEach(finder::named);
        finder.links.forEach(finder::add);
        finder.modules();
        List<Candidate> found = new ArrayList<>(finder.candidates.values());
        if (names.contains("-")) {
            found.add(0, new Candidate(STDIN, null, true));
        }
        return new Found(
                found,
                finder.problems.stream().sorted().toList(),
                finder.skipped.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Skipped::uri).thenComparing(Skipped::why))
                        .toList());
    }

    private void named(String name) {
        try {
            Path path = workingFolder.resolve(name).normalize();
            if (Files.isDirectory(path)) {
                Files.walkFileTree(path, new Walk(path));
            } else if (Files.exists(path)) {
                add(new Candidate(uri(path), path, true));
            } else {
                String why = Files.isSymbolicLink(path)
                        ? "it is a link that leads nowhere"
                        : "there is no such file or folder";
                problems.add(Problem.error("no-such-file", at(uri(path)), why));
            }
        } catch (InvalidPathException impossible) {
            problems.add(Problem.error("no-such-file", at(name), "this cannot be the name of a file"));
        } catch (IOException unreadable) {
            problems.add(unreadable(name, unreadable, true));
        }
    }

    /** What belongs to Terraform source, though it was not asked for. */
    private void modules() {
        List<Path> source = candidates.values().stream()
                .flatMap(c -> Stream.ofNullable(c.path()))
                .filter(TerraformFiles::isSource)
                .toList();
        TerraformFiles.around(source).forEach(file -> add(new Candidate(uri(file), file, false)));
    }

    /** The first of several names of one file stands; links come last. */
    private void add(Candidate candidate) {
        Path path = candidate.path();
        if (path == null) {
            return;
        }
        try {
            if (realPaths.add(path.toRealPath())) {
                candidates.put(candidate.uri(), candidate);
            }
        } catch (IOException unresolvable) {
            candidates.put(candidate.uri(), candidate);
        }
    }

    private String uri(Path path) {
        Path shown = path.startsWith(workingFolder) ? workingFolder.relativize(path) : path;
        return shown.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static Place at(String uri) {
        return new SourceFile(uri, List.of()).start();
    }

    private static Problem unreadable(String uri, IOException reason, boolean named) {
        String why = reason instanceof AccessDeniedException
                ? "it cannot be read: permission denied"
                : reason instanceof NoSuchFileException ? "there is no such file or folder" : "it cannot be read";
        return named ? Problem.error("unreadable", at(uri), why) : Problem.warning("unreadable", at(uri), why);
    }

    /**
     * Whether a walk from some folder would come to read a file, as far as its name tells.
     *
     * @param relative to that folder, with {@code /}
     */
    public static boolean isWalkedTo(String relative) {
        String[] names = relative.split("/");
        return Stream.of(names).noneMatch(LEFT_OUT::contains) && isSpecName(names[names.length - 1]);
    }

    private static boolean isSpecName(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("\\.");
        if (parts.length < 2) {
            return false;
        }
        String last = parts[parts.length - 1];
        return EXTENSIONS.contains(last)
                || TERRAFORM_EXTENSIONS.contains(last)
                || (TEMPLATE_EXTENSIONS.contains(last) && EXTENSIONS.contains(parts[parts.length - 2]));
    }

    /** Walks one named folder without following links to folders. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        /** From the root of the repository to the folder at hand. */
        private final Deque<Ignores> ignores = new ArrayDeque<>();

        Walk(Path root) {
            this.root = root;
            List<Path> above = new ArrayList<>();
            for (Path folder = root; folder != null; folder = folder.getParent()) {
                if (!folder.equals(root)) {
                    above.add(folder);
                }
                if (Files.exists(folder.resolve(".git"))) {
                    above.forEach(a -> ignores.addFirst(Ignores.of(a)));
                    return;
                }
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean leftOut = !folder.equals(root)
                    && (LEFT_OUT.contains(folder.getFileName().toString()) || isIgnored(folder, true));
            if (leftOut) {
                if (folder.endsWith(".terraform")) {
                    TerraformFiles.installed(folder).forEach(file -> add(new Candidate(uri(file), file, false)));
                }
                return FileVisitResult.SKIP_SUBTREE;
            }
            ignores.addLast(Ignores.of(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
            ignores.removeLast();
            if (broken != null) {
                problems.add(unreadable(uri(folder), broken, folder.equals(root)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean link = attributes.isSymbolicLink();
            boolean folder = link && Files.isDirectory(file);
            String name = file.getFileName().toString();
            if (isIgnored(file, false) || LEFT_OUT.contains(name)) {
                return FileVisitResult.CONTINUE;
            } else if (folder) {
                skipped.add(new Skipped(uri(file), "it is a link to a folder"));
            } else if (!isSpecName(name)) {
                return FileVisitResult.CONTINUE;
            } else if (!link && attributes.isRegularFile()) {
                add(new Candidate(uri(file), file, false));
            } else if (link) {
                linked(file);
            } else {
                skipped.add(new Skipped(uri(file), "it is a device, a pipe or a socket"));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            boolean loop = reason instanceof FileSystemLoopException;
            if (loop) {
                skipped.add(new Skipped(uri(file), "it is a link that leads in a circle"));
            } else {
                problems.add(unreadable(uri(file), reason, file.equals(root)));
            }
            return FileVisitResult.CONTINUE;
        }

        private void linked(Path file) {
            try {
                boolean regular = Files.isRegularFile(file.toRealPath());
                if (regular) {
                    links.add(new Candidate(uri(file), file, false));
                } else {
                    skipped.add(new Skipped(uri(file), "it is a link to a device, a pipe or a socket"));
                }
            } catch (NoSuchFileException dangling) {
                skipped.add(new Skipped(uri(file), "it is a link that leads nowhere"));
            } catch (AccessDeniedException denied) {
                problems.add(unreadable(uri(file), denied, false));
            } catch (IOException circle) {
                skipped.add(new Skipped(uri(file), "it is a link that leads in a circle"));
            }
        }

        private boolean isIgnored(Path path, boolean folder) {
            for (Ignores some : (Iterable<Ignores>) ignores::descendingIterator) {
                Optional<Boolean> excluded = some.excluded(path, folder);
                if (excluded.isPresent()) {
                    return excluded.get();
                }
            }
            return false;
        }
    }
}
