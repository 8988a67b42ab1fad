package dev.mendline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records whose components are fixed by what others read: those of the model that a published schema defines ({@code
 * Incident.Child} is {@code IncidentChild} there), and the JSON documents that commands print with {@code -o json}.
 *
 * @param definitions the names that the schemas define
 */
record WireRecords(Set<String> definitions) {
    private static final String SCHEMAS = "model/src/main/resources/dev/mendline/model/schema";
    private static final Set<String> DOCUMENTS = Set.of("ScenarioReport.Result");
    private static final Pattern DEFINITION = Pattern.compile("\"([A-Z][A-Za-z0-9]+)\"\\s*:\\s*\\{");

    static WireRecords read(Path root) throws IOException {
        Set<String> definitions = new HashSet<>();
        for (Path schema : schemas(root.resolve(SCHEMAS))) {
            definitions.addAll(DEFINITION
                    .matcher(Files.readString(schema))
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toSet()));
        }
        return new WireRecords(definitions);
    }

    boolean has(SourceFile file, SourceFile.Type type) {
        return switch (file.module()) {
            case "model" -> definitions.contains(type.name().replace(".", ""));
            case "cli" -> DOCUMENTS.contains(type.name());
            default -> false;
        };
    }

    private static List<Path> schemas(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".schema.json")).toList();
        }
    }
}
