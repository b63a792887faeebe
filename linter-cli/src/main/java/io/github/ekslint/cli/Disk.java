package io.github.ekslint.cli;

import io.github.ekslint.config.ConfigFile;
import io.github.ekslint.finding.Report;
import io.github.ekslint.request.SpecParameters;
import io.github.ekslint.source.Limits;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.SourceFinder;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files and folders as they are, and standard input.
 *
 * @param folder what relative names start from
 */
record Disk(InputStream stdin, Path folder) implements Origin {

    private record File(SourceFinder.Candidate candidate, InputStream stdin) implements Input {
        @Override
        public String uri() {
            return candidate.uri();
        }

        @Override
        public Parsed parse(Limits limits) {
            return candidate.parse(stdin, limits);
        }
    }

    @Override
    public Found find(List<String> names) {
        SourceFinder.Found found = SourceFinder.find(names, folder);
        return new Found(
                found.candidates().stream().<Input>map(c -> new File(c, stdin)).toList(),
                found.problems(),
                found.skipped().stream()
                        .map(s -> new Report.Skipped(s.uri(), s.why()))
                        .toList());
    }

    @Override
    public Found recordings(List<String> names) {
        return find(names);
    }

    @Override
    public Found unnamed() {
        return find(List.of("."));
    }

    @Override
    public List<String> context() {
        return List.of();
    }

    @Override
    public Optional<Path> configuration() {
        Path here = folder.toAbsolutePath();
        return ConfigFile.find(here).map(f -> f.startsWith(here) ? here.relativize(f) : f);
    }

    @Override
    public Parsed option(Path file) {
        return SpecParameters.parsed(file);
    }

    @Override
    public void close() {
        // nothing is kept open
    }
}
