package io.github.ekslint.reference;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Parsed;
import io.github.ekslint.source.Problem;
import io.github.ekslint.source.SourceFile;
import io.github.ekslint.source.Sources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reference data from YAML tables. The built-in tables are read when they are asked for, since most runs need few of them; the
 * user's are read at once, so that what is wrong with them is known before anything is judged.
 */
public final class ReferenceTables implements ReferenceData {

    private static final String AS_OF = "as-of: ";

    private final DataFiles builtIn;
    private final Map<Table, Held> replaced;
    private final Map<Table, Held> read = new ConcurrentHashMap<>();

    private ReferenceTables(DataFiles builtIn, Map<Table, Held> replaced) {
        this.builtIn = builtIn;
        this.replaced = replaced;
    }

    /** A table that has been read. */
    private record Held(Object content, LocalDate asOf, SourceFile file) {}

    /**
     * Data with the user's tables in place.
     *
     * @param problems what is wrong with the user's files; a table with a problem is not used
     */
    public record Loaded(ReferenceData data, List<Problem> problems) {
        /** Keeps its own copy of the problems. */
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /** The built-in data. */
    public static ReferenceData of(DataFiles builtIn) {
        return new ReferenceTables(builtIn, Map.of());
    }

    /**
     * The built-in data with some tables replaced.
     *
     * @param files the user's, as parsed; each document of theirs is one table
     */
    public static Loaded of(DataFiles builtIn, List<Parsed> files) {
        Map<Table, Held> replaced = new EnumMap<>(Table.class);
        List<Problem> problems = new ArrayList<>();
        for (Parsed file : files) {
            problems.addAll(file.problems());
            if (file.documents().isEmpty() && file.problems().isEmpty()) {
                problems.add(Problem.error(MalformedData.CODE, file.file().start(), "the data file has no table"));
            }
            for (Document document : file.documents()) {
                replace(document, replaced, problems);
            }
        }
        return new Loaded(
                new ReferenceTables(builtIn, replaced),
                problems.stream().sorted().toList());
    }

    private static void replace(Document document, Map<Table, Held> replaced, List<Problem> problems) {
        try {
            TableRows rows = TableRows.of(document);
            rows.read().ifPresent(content -> {
                Held held = new Held(content, rows.asOf(), document.file());
                if (replaced.putIfAbsent(rows.table(), held) != null) {
                    throw new MalformedData(
                            document.root(), "the table `" + rows.table().tableName() + "` is given twice");
                }
            });
            problems.addAll(rows.problems());
        } catch (MalformedData e) {
            problems.add(e.problem());
        }
    }

    @Override
    public LocalDate asOf() {
        return asOf(oldest());
    }

    @Override
    public Optional<Problem> staleness(LocalDate today) {
        Table oldest = oldest();
        LocalDate asOf = asOf(oldest);
        long days = ChronoUnit.DAYS.between(asOf, today);
        if (days <= FRESH_DAYS) {
            return Optional.empty();
        }
        Held own = replaced.get(oldest);
        SourceFile file = own != null ? own.file() : new SourceFile(uri(oldest), List.of());
        return Optional.of(Problem.warning(
                "reference-data-stale",
                file.start(),
                "reference data is of " + asOf + ", " + days + " days old: versions released since are unknown"));
    }

    private Table oldest() {
        return Table.BY_NAME.values().stream()
                .min(Comparator.<Table, LocalDate>comparing(this::asOf).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private LocalDate asOf(Table table) {
        Held held = replaced.getOrDefault(table, read.get(table));
        return held != null
                ? held.asOf()
                : headDate(table).orElseGet(() -> held(table).asOf());
    }

    /** The day of a built-in table without reading the table. */
    private Optional<LocalDate> headDate(Table table) {
        try (InputStream in = open(table);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(AS_OF))
                    .findFirst()
                    .map(line -> LocalDate.parse(line.substring(AS_OF.length())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T table(Table table, Class<T> type) {
        return type.cast(held(table).content());
    }

    private Held held(Table table) {
        Held own = replaced.get(table);
        return own != null ? own : read.computeIfAbsent(table, this::readBuiltIn);
    }

    private Held readBuiltIn(Table table) {
        try (InputStream in = open(table)) {
            Parsed parsed = Sources.parse(uri(table), in.readAllBytes());
            List<Problem> problems = new ArrayList<>(parsed.problems());
            if (problems.isEmpty() && parsed.documents().size() == 1) {
                TableRows rows = TableRows.of(parsed.documents().get(0));
                Optional<Object> content = rows.read();
                if (content.isPresent() && rows.table() == table) {
                    return new Held(content.get(), rows.asOf(), parsed.file());
                }
                problems.addAll(rows.problems());
            }
            throw new IllegalStateException("the built-in " + table.file() + " is malformed: " + problems);
        } catch (MalformedData e) {
            throw new IllegalStateException("the built-in " + table.file() + " is malformed: " + e.problem(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(Table table) throws IOException {
        InputStream in = builtIn.open(table.file());
        if (in == null) {
            throw new IllegalStateException("the rule pack has no " + table.file());
        }
        return in;
    }

    private static String uri(Table table) {
        return "builtin:" + table.file();
    }

    @Override
    public VersionCalendar versions() {
        return table(Table.KUBERNETES_VERSIONS, VersionCalendar.class);
    }

    @Override
    public AmiTypes amiTypes() {
        return table(Table.AMI_TYPES, AmiTypes.class);
    }

    @Override
    public Zones zones() {
        return table(Table.ZONES, Zones.class);
    }

    @Override
    public Partitions partitions() {
        return table(Table.PARTITIONS, Partitions.class);
    }

    @Override
    public Ports ports() {
        return table(Table.PORTS, Ports.class);
    }

    @Override
    public PrivateEndpoints privateEndpoints() {
        return table(Table.PRIVATE_ENDPOINTS, PrivateEndpoints.class);
    }

    @Override
    public SkewPolicy skewPolicy() {
        return table(Table.SKEW_POLICY, SkewPolicy.class);
    }

    @Override
    public InstanceFamilies instanceFamilies() {
        return table(Table.INSTANCE_FAMILIES, InstanceFamilies.class);
    }

    @Override
    public InstanceLimits instanceLimits() {
        return table(Table.INSTANCE_LIMITS, InstanceLimits.class);
    }

    @Override
    public Milestones milestones() {
        return table(Table.MILESTONES, Milestones.class);
    }

    @Override
    public EksctlDefaults eksctl() {
        return table(Table.EKSCTL, EksctlDefaults.class);
    }
}
