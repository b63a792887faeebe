package io.github.ekslint.benchmarks;

import io.github.ekslint.Inputs;
import io.github.ekslint.Linter;
import io.github.ekslint.Options;
import io.github.ekslint.finding.Report;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.rules.BuiltInData;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Sources;
import io.github.ekslint.testdata.Estates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The production estate of {@code testdata}, in a warm JVM: one ClusterConfig, and with its 26 recordings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ProductionEstateBenchmark {

    private static final Options OPTIONS = Options.asOf(LocalDate.of(2026, 11, 22));

    private final Linter linter = new Linter(RuleCatalogue.installed(), BuiltInData.load());
    private byte[] spec = new byte[0];
    private Inputs alone = new Inputs(List.of(), List.of());
    private Inputs withEvidence = alone;

    /** Reads and parses the files. */
    @Setup
    public void parse() throws IOException {
        Path estate = Estates.folder("production");
        spec = Files.readAllBytes(estate.resolve("cluster.yaml"));
        List<Parsed> evidence = new ArrayList<>();
        for (Path file : Estates.files(estate.resolve("evidence"))) {
            evidence.add(Sources.parse(file.toString(), Files.readAllBytes(file)));
        }
        Parsed parsed = Sources.parse("cluster.yaml", spec);
        alone = new Inputs(List.of(parsed), List.of());
        withEvidence = new Inputs(List.of(parsed), evidence);
    }

    /** YAML to tree. */
    @Benchmark
    public Parsed parseSpec() {
        return Sources.parse("cluster.yaml", spec);
    }

    /** Tree to verdicts, the spec alone. */
    @Benchmark
    public Report judgeSpec() {
        return linter.lint(alone, OPTIONS);
    }

    /** Tree to verdicts, the spec joined with its recordings. */
    @Benchmark
    public Report judgeSpecWithEvidence() {
        return linter.lint(withEvidence, OPTIONS);
    }
}
