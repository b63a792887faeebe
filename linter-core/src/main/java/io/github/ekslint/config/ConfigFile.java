package io.github.ekslint.config;

import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.SourceFinder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds and reads configuration files. */
public final class ConfigFile {

    /** The name of the file that is looked for. */
    public static final String NAME = ".ekslint.yaml";

    private ConfigFile() {}

    /**
     * The configuration file that holds for a folder: its own, else that of the nearest folder above, up to the root of the git
     * repository. Outside a repository only the folder itself is looked at.
     *
     * @param workingFolder absolute
     */
    public static Optional<Path> find(Path workingFolder) {
        List<Path> folders = new ArrayList<>();
        for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
            folders.add(folder);
            if (Files.exists(folder.resolve(".git"))) {
                return folders.stream()
                        .map(f -> f.resolve(NAME))
                        .filter(Files::isRegularFile)
                        .findFirst();
            }
        }
        return Optional.of(workingFolder.resolve(NAME)).filter(Files::isRegularFile);
    }

    /**
     * Reads a configuration file. What is wrong in it becomes problems of the configuration, each at its line.
     *
     * @param workingFolder what relative names start from, absolute
     * @param catalogue the rules it may speak of
     */
    public static Config read(Path file, Path workingFolder, RuleCatalogue catalogue) {
        Path absolute = workingFolder.resolve(file).normalize();
        Path shown = absolute.startsWith(workingFolder) ? workingFolder.relativize(absolute) : absolute;
        String uri = shown.toString().replace(file.getFileSystem().getSeparator(), "/");
        return read(
                new SourceFinder.Candidate(uri, absolute, true).parse(InputStream.nullInputStream(), Limits.DEFAULT),
                absolute,
                workingFolder,
                catalogue);
    }

    /**
     * Reads what stands in a configuration file.
     *
     * @param parsed its content
     * @param absolute the file, which need not be there
     * @param workingFolder what relative names start from, absolute
     * @param catalogue the rules it may speak of
     */
    public static Config read(Parsed parsed, Path absolute, Path workingFolder, RuleCatalogue catalogue) {
        Path folder = absolute.getParent() == null ? workingFolder : absolute.getParent();
        return new ConfigReader(catalogue, folder.toString(), workingFolder.toString()).read(parsed);
    }
}
