package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dialect table from {@code dialects.txt}. The first matching row reads a record; the last row matches any record. */
final class Dialects {
    private static final int COLUMNS = 11;
    /** Minimum number of columns of a row; the others are empty. */
    private static final int MIN_COLUMNS = 8;

    /** Rows in order; each falls back to the last row's fields except for the message. */
    static final List<Dialect> ALL = table();

    /** Row that reads what CloudWatch says about its batch of events. */
    static final Dialect CLOUDWATCH = named("cloudwatch");
    /** First row, so that it reads each record that fits it. */
    private static final Dialect MONGOD = named("mongod");

    private Dialects() {}

    static Dialect of(ObjectNode object) {
        for (Dialect dialect : ALL) {
            if (dialect.fits(object)) {
                return dialect;
            }
        }
        return ALL.get(ALL.size() - 1);
    }

    /** Returns true for a record of MongoDB's own server. */
    static boolean isServer(ObjectNode object) {
        return MONGOD.fits(object);
    }

    private static List<Dialect> table() {
        List<List<List<String>>> rows = new ArrayList<>();
        lines().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).forEach(line -> {
            List<List<String>> cells = cells(line);
            if (cells.get(0).isEmpty()) {
                List<List<String>> above = rows.get(rows.size() - 1);
                IntStream.range(0, COLUMNS).forEach(column -> above.get(column).addAll(cells.get(column)));
            } else {
                rows.add(cells);
            }
        });
        Dialect last = row(rows.get(rows.size() - 1));
        return rows.stream().map(row -> row(row).then(last)).toList();
    }

    private static Dialect named(String name) {
        return ALL.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<List<String>> cells(String line) {
        List<List<String>> cells = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            cells.add(new ArrayList<>(Stream.of(cell.strip().split("\\s+"))
                    .filter(path -> !path.isEmpty())
                    .toList()));
        }
        if (cells.size() < MIN_COLUMNS || cells.size() > COLUMNS) {
            throw new IllegalStateException(
                    "dialects.txt: " + MIN_COLUMNS + " to " + COLUMNS + " columns are needed: " + line);
        }
        while (cells.size() < COLUMNS) {
            cells.add(new ArrayList<>());
        }
        return cells;
    }

    private static Dialect row(List<List<String>> cells) {
        return new Dialect(
                cells.get(0).get(0),
                fields(cells.get(1)),
                fields(cells.get(2)),
                fields(cells.get(3)),
                fields(cells.get(4)),
                new Dialect.Producer(fields(cells.get(5)), fields(cells.get(8)), fields(cells.get(9))),
                fields(cells.get(6)),
                fields(cells.get(7)),
                fields(cells.get(10)));
    }

    private static List<Field> fields(List<String> specs) {
        return specs.stream().map(Field::of).toList();
    }

    private static Stream<String> lines() {
        try (InputStream in = Objects.requireNonNull(Dialects.class.getResourceAsStream("dialects.txt"))) {
            return new String(in.readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
