package dev.mendline.engine.recognition;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Five parts of the samples. Programs that log through the same driver are one family, and a family is in one part:
 * what Spring prints is known from the Java driver. The largest family goes first, each to the part with the
 * fewest samples.
 */
final class Folds {
    static final int COUNT = 5;

    private record Family(String name, Pattern programs) {}

    /** The first row that fits decides. If none fits, {@code a/b} and {@code a(b)} are of the family {@code a}. */
    private static final List<Family> FAMILIES = List.of(
            family("reactivemongo", "reactivemongo|^scala$"),
            family("java", "java|spring|spark|studio ?3t|debezium|kafka-connect|monger|airbyte|risingwave"),
            family("mgo", "mgo"),
            family("go", "\\bgo\\b|dbtools|mongodump|mongorestore|mongodb_exporter|^agent$"),
            family("go", "bi-connector|atlas cli|cloudformation"),
            family("rust", "rust|prisma"),
            family("nodejs", "node|mongoose|nest|strapi|meteor|n8n|\\bbun\\b|parse server|overleaf"),
            family("nodejs", "mongosh\\b|compass|vs ?code|^mongodb$"),
            family("pymongo", "pymongo|motor|mongoengine|django|djongo|txmongo"),
            family("dotnet", "\\.net|dotnet|mdbc|logshark"),
            family("ruby", "ruby|mongoid|moped"),
            family("libmongoc", "php|libmongoc|^c\\b|cxx"),
            family("elixir", "elixir"),
            family("server", "mongod|mongos|mongo shell|^shell|^mongo$|robo ?3t|c\\+\\+"));

    private final Map<String, Integer> byFamily = new HashMap<>();

    Folds(Collection<Sample> samples) {
        Map<String, Long> sizes = samples.stream().collect(groupingBy(each -> family(each.driver()), counting()));
        long[] filled = new long[COUNT];
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(family -> {
                    int least = least(filled);
                    filled[least] += family.getValue();
                    byFamily.put(family.getKey(), least);
                });
    }

    private static Family family(String name, String programs) {
        return new Family(name, Pattern.compile(programs));
    }

    private static int least(long[] filled) {
        return Arrays.stream(filled)
                .boxed()
                .toList()
                .indexOf(Arrays.stream(filled).min().getAsLong());
    }

    /** Returns the family of a program, e.g. {@code pymongo} for {@code pymongo/docker}. */
    static String family(String program) {
        String name = program.toLowerCase(Locale.ROOT);
        return FAMILIES.stream()
                .filter(family -> family.programs().matcher(name).find())
                .map(Family::name)
                .findFirst()
                .orElse(name.replaceAll("[(/].*", "").strip());
    }

    /** Returns the part of a family, from 0; -1 if no sample is of this family. */
    int of(String family) {
        return byFamily.getOrDefault(family, -1);
    }

    int of(Sample sample) {
        return of(family(sample.driver()));
    }
}
