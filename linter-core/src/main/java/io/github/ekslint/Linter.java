package io.github.ekslint;

import io.github.ekslint.config.Config;
import io.github.ekslint.engine.RuleEngine;
import io.github.ekslint.engine.drools.DroolsEngine;
import io.github.ekslint.finding.Report;
import io.github.ekslint.model.Cluster;
import io.github.ekslint.model.Estate;
import io.github.ekslint.model.Fact;
import io.github.ekslint.model.NodeGroup;
import io.github.ekslint.model.Vpc;
import io.github.ekslint.reader.EstateAssembler;
import io.github.ekslint.reader.EstateAssembler.Assembly;
import io.github.ekslint.reader.ReaderContext;
import io.github.ekslint.reader.Reading;
import io.github.ekslint.reader.SpecReader;
import io.github.ekslint.reader.SpecReader.Recognition;
import io.github.ekslint.reference.ReferenceData;
import io.github.ekslint.rule.Rule;
import io.github.ekslint.rule.RuleCatalogue;
import io.github.ekslint.source.Document;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.topology.Circumstances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges cluster specs: recognises documents, reads them into estates, joins evidence, derives what follows and has the rules
 * judge it. Has no state of its own and may be used from several threads.
 */
public final class Linter {

    private final RuleCatalogue catalogue;
    private final ReferenceData data;
    private final List<SpecReader> readers;
    private final Supplier<RuleEngine> engine;
    private @Nullable Future<RuleEngine> starting;

    /** A linter with these rules and figures, and the readers on the class path. Drools starts with the first recognised document. */
    public Linter(RuleCatalogue catalogue, ReferenceData data) {
        this(catalogue, data, () -> new DroolsEngine(catalogue.packs()));
    }

    /** A linter with an engine of its own. */
    public Linter(RuleCatalogue catalogue, ReferenceData data, Supplier<RuleEngine> engine) {
        this.catalogue = catalogue;
        this.data = data;
        this.engine = engine;
        this.readers = ServiceLoader.load(SpecReader.class, Linter.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Judges all estates of the inputs.
     *
     * @throws io.github.ekslint.engine.RuleFailure for a bug in a rule
     */
    public Report lint(Inputs inputs, Options options) {
        List<Problem> problems = new ArrayList<>(inputs.problems());
        List<Report.Skipped> skipped = new ArrayList<>(inputs.skipped());
        data.staleness(options.asOf()).ifPresent(problems::add);
        Map<SpecReader, List<Document>> recognised = recognise(inputs, problems, skipped);
        if (!recognised.isEmpty()) {
            start();
        }
        ReaderContext context = new ReaderContext(data, options.parameters(), options.strictParameters());
        Set<SourceFile> evidence = new HashSet<>();
        inputs.evidence().forEach(p -> evidence.add(p.file()));
        List<Reading> readings = new ArrayList<>();
        recognised.forEach((reader, documents) -> readings.add(read(reader, documents, context, evidence)));
        readings.forEach(r -> problems.addAll(r.problems()));
        Config config = options.config();
        problems.addAll(config.problems());
        Assembly assembly =
                EstateAssembler.assemble(readings, config.manifests().map(m -> m::belongs));
        problems.addAll(assembly.problems());
        List<Estate> estates =
                assembly.estates().stream().map(e -> e.plus(config.nextHops())).toList();
        Extent extent = new Extent(inputs, readings, estates);
        List<Rule> rules = catalogue.rules().stream()
                .filter(options.rules())
                .flatMap(r -> config.apply(r).stream())
                .toList();
        Bench bench = new Bench(this::engine, rules, config);
        Circumstances circumstances = new Circumstances(data, options.asOf(), options.target());
        Map<SourceFile, String> dialects = new LinkedHashMap<>();
        recognised.forEach((reader, documents) -> documents.forEach(d -> dialects.put(d.file(), reader.dialect())));
        skipped.addAll(unused(dialects.keySet(), assembly.estates(), problems));
        return new Report(
                options.asOf(),
                extent.estates().stream()
                        .flatMap(e -> spec(e, dialects).stream())
                        .toList(),
                bench.judge(extent.estates(), circumstances),
                problems.stream().filter(extent::concerns).toList(),
                skipped.stream().filter(extent::concerns).toList(),
                inputs.specs().size() + inputs.evidence().size(),
                rules.size(),
                new UpgradeSteps(bench, circumstances).of(extent.estates()));
    }

    /** Whether a file holds anything that can be a part of an estate, or was meant to. */
    public boolean recognises(Parsed parsed) {
        return parsed.documents().isEmpty()
                ? looksLikeOurs(parsed)
                : parsed.documents().stream()
                        .anyMatch(d -> readers.stream().anyMatch(r -> r.recognise(d) == Recognition.YES));
    }

    /** Starts the rule engine aside, for who knows that there will be something to judge; {@link #lint} does so itself. */
    public void prepare() {
        start();
    }

    private Map<SpecReader, List<Document>> recognise(
            Inputs inputs, List<Problem> problems, List<Report.Skipped> skipped) {
        Map<SpecReader, List<Document>> recognised = new LinkedHashMap<>();
        for (Parsed parsed : Stream.concat(inputs.specs().stream(), inputs.evidence().stream())
                .toList()) {
            boolean ours = false;
            boolean irrelevant = false;
            for (Document document : parsed.documents()) {
                for (SpecReader reader : readers) {
                    Recognition recognition = reader.recognise(document);
                    irrelevant |= recognition == Recognition.IRRELEVANT;
                    if (recognition == Recognition.YES) {
                        ours = true;
                        recognised
                                .computeIfAbsent(reader, r -> new ArrayList<>())
                                .add(document);
                        break;
                    }
                }
            }
            if (ours || (parsed.documents().isEmpty() && looksLikeOurs(parsed))) {
                problems.addAll(parsed.problems());
            } else {
                skipped.add(new Report.Skipped(parsed.file().uri(), why(parsed, irrelevant)));
            }
        }
        return recognised;
    }

    /** Whether a file of which nothing could be parsed says in clear that it is a cluster spec. */
    private static boolean looksLikeOurs(Parsed parsed) {
        for (int line = 1; line <= 400; line++) {
            Optional<String> text = parsed.file().line(line);
            if (text.isEmpty()) {
                return false;
            }
            if (text.get().contains("eksctl.io/")
                    || text.get().contains("AWS::EKS::")
                    || text.get().contains("resourcesVpcConfig")) {
                return true;
            }
        }
        return false;
    }

    private static String why(Parsed parsed, boolean irrelevant) {
        if (parsed.skipped().isPresent()) {
            return parsed.skipped().get();
        }
        if (!parsed.problems().isEmpty()) {
            Problem first = parsed.problems().get(0);
            return "it does not look like a cluster spec, and it cannot be read: %s (line %d)"
                    .formatted(first.message(), first.place().line());
        }
        return irrelevant ? "it holds nothing about EKS" : "it is no cluster spec";
    }

    /** Specs among the evidence are not judged. */
    private static Reading read(
            SpecReader reader, List<Document> documents, ReaderContext context, Set<SourceFile> evidence) {
        Reading reading = reader.read(documents, context);
        return new Reading(
                reading.drafts().stream()
                        .filter(d -> !evidence.contains(d.place().file()))
                        .toList(),
                reading.recordings(),
                reading.problems());
    }

    /** Files that were read, but of which nothing came to be judged. */
    private static List<Report.Skipped> unused(Set<SourceFile> read, List<Estate> estates, List<Problem> problems) {
        Set<SourceFile> used = new HashSet<>();
        for (Estate estate : estates) {
            estate.facts().forEach(f -> used.add(f.place().file()));
            estate.observed().values().forEach(f -> used.add(f.place().file()));
        }
        problems.forEach(p -> used.add(p.place().file()));
        return read.stream()
                .filter(file -> !used.contains(file))
                .map(file -> new Report.Skipped(file.uri(), "what it records belongs to no cluster of this run"))
                .toList();
    }

    /** Starts the engine aside, once: what is recognised can be read meanwhile. */
    private synchronized Future<RuleEngine> start() {
        Future<RuleEngine> running = starting;
        if (running == null) {
            FutureTask<RuleEngine> task = new FutureTask<>(engine::get);
            Thread thread = new Thread(task, "rule-engine");
            thread.setDaemon(true);
            thread.start();
            running = task;
            starting = running;
        }
        return running;
    }

    private RuleEngine engine() {
        try {
            return start().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rules were loaded", e);
        }
    }

    private static Optional<Report.Spec> spec(Estate estate, Map<SourceFile, String> dialects) {
        Optional<Fact> first = Stream.of(Cluster.class, NodeGroup.class, Vpc.class, Fact.class)
                .flatMap(type -> estate.facts().stream().filter(type::isInstance))
                .findFirst();
        return first.map(f -> new Report.Spec(
                f.place().file(),
                dialects.getOrDefault(f.place().file(), ""),
                estate.id(),
                estate.all(Cluster.class).stream()
                        .map(c -> new Report.NamedCluster(
                                c.name().known().orElse(""), c.region().known().orElse("")))
                        .toList()));
    }
}
