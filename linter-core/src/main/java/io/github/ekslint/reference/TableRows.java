package io.github.ekslint.reference;

import io.github.ekslint.source.Document;
import io.github.ekslint.source.Node;
import io.github.ekslint.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One document of a data file: a table with its name, its day and its sources. Gathers what is wrong with its rows. */
final class TableRows {

    private final Table table;
    private final LocalDate asOf;
    private final Row root;
    private final List<Problem> problems = new ArrayList<>();

    private TableRows(Table table, LocalDate asOf, Row root) {
        this.table = table;
        this.asOf = asOf;
        this.root = root;
    }

    /** Reads the head of a table. */
    static TableRows of(Document document) {
        Node.Mapping node = document.root()
                .asMapping()
                .orElseThrow(() -> new MalformedData(
                        document.root(),
                        "a data file is a mapping, not " + document.root().described()));
        Row head = new Row(node, Map.of());
        Table table = head.oneOf("table", Table.BY_NAME);
        LocalDate asOf = head.date("as-of");
        Map<String, String> sources = new LinkedHashMap<>();
        Row sourceRows = head.row("sources");
        for (Node.Entry entry : sourceRows.node().entries()) {
            Row source = sourceRows.row(entry.key().text());
            source.text("title");
            sources.put(entry.key().text(), source.text("url"));
            source.text("read");
            source.optionalText("licence");
            source.end();
        }
        Row root = new Row(node, sources);
        root.optional("table");
        root.optional("as-of");
        root.optional("sources");
        return new TableRows(table, asOf, root);
    }

    Table table() {
        return table;
    }

    LocalDate asOf() {
        return asOf;
    }

    Row root() {
        return root;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Reads the table; empty when {@link #problems()} say why not. */
    Optional<Object> read() {
        try {
            Object content = table.read(this);
            root.end();
            return problems.isEmpty() ? Optional.of(content) : Optional.empty();
        } catch (MalformedData e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    /** The rows under a key, by what tells them apart; a row that is malformed or stands twice becomes a problem. */
    <K, T> Map<K, T> byKey(String key, Function<Row, T> read, Function<T, K> name) {
        Map<K, T> rows = new LinkedHashMap<>();
        for (Row row : root.rows(key)) {
            try {
                T content = read.apply(row);
                row.end();
                if (rows.putIfAbsent(name.apply(content), content) != null) {
                    throw new MalformedData(row.node(), "`" + name.apply(content) + "` stands twice in `" + key + "`");
                }
            } catch (MalformedData e) {
                problems.add(e.problem());
            }
        }
        if (rows.isEmpty() && problems.isEmpty()) {
            throw new MalformedData(root.node(), "`" + key + "` has no rows");
        }
        return rows;
    }

    /** The single row under a key. */
    <T> T one(String key, Function<Row, T> read) {
        Row row = root.row(key);
        T content = read.apply(row);
        row.end();
        return content;
    }
}
