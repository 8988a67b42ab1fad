package dev.mendline.bench.matcher;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Sets of signatures for the measurements. */
final class Signatures {
    /** Name of the fixed set. */
    static final String REFERENCE = "46";

    /** Name of the shipped set. */
    static final String CATALOG = "catalog";

    private Signatures() {}

    /**
     * Returns a set by name: the catalog's, or a number of signatures, the reference set first and generated ones after
     * it.
     */
    static List<PortableSignature> named(String name) {
        return name.equals(CATALOG) ? catalog() : of(Integer.parseInt(name));
    }

    /** Returns the title of a set: {@code 46 signatures}. */
    static String title(String name) {
        String size = "%,d signatures".formatted(named(name).size());
        return name.equals(CATALOG) ? "the catalog's " + size : size;
    }

    private static List<PortableSignature> of(int count) {
        List<PortableSignature> signatures = new ArrayList<>(reference());
        if (count < signatures.size()) {
            throw new IllegalArgumentException("the reference set alone has " + signatures.size() + " signatures");
        }
        signatures.addAll(new InventedSignatures().signatures(count - signatures.size()));
        return List.copyOf(signatures);
    }

    private static List<PortableSignature> reference() {
        try (InputStream in = Objects.requireNonNull(Signatures.class.getResourceAsStream("reference.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .map(Signatures::signature)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PortableSignature signature(List<String> row) {
        Stream<String> quoted = row.subList(3, row.size()).stream();
        return new PortableSignature(
                row.get(0),
                row.get(1),
                row.get(2).equals("any-case"),
                quoted.map(literal -> literal.substring(1, literal.length() - 1))
                        .toList());
    }

    /** Returns anchors and patterns only, because further conditions of signatures are not part of matching. */
    private static List<PortableSignature> catalog() {
        return Catalog.builtIn().symptoms().stream()
                .flatMap(symptom -> symptom.signatures().stream())
                .map(Signatures::signature)
                .toList();
    }

    private static PortableSignature signature(Signature signature) {
        // Removes capture names, because not all methods can read them.
        String pattern = signature.pattern().toString().replaceAll("\\(\\?P<[^>]+>", "(?:");
        return new PortableSignature(signature.symptom(), pattern, signature.ignoreCase(), signature.anchors());
    }
}
