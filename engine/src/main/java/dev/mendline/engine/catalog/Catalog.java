package dev.mendline.engine.catalog;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.model.incident.Incident;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Catalog of symptoms, causes and hints, checked, with a hash of its content. Immutable. */
public final class Catalog {
    /**
     * A symptom that findings of probes stand for.
     *
     * @param detail the finer distinction; null if there is none
     */
    public record Observed(String symptom, @Nullable String detail) {}

    private final ImmutableMap<String, Symptom> symptoms;
    private final ImmutableMap<String, Cause> causes;
    private final ImmutableMap<String, HintText> hints;
    private final Map<String, SourceFile> files;
    private final String hash;

    private Catalog(CatalogReader reader, List<SourceFile> files) {
        this.symptoms = reader.symptoms();
        this.causes = reader.causes();
        this.hints = reader.hints();
        this.files = files.stream()
                .collect(Collectors.toUnmodifiableMap(SourceFile::place, Function.identity(), (ours, yours) -> yours));
        this.hash = hash(files);
    }

    /** Returns the catalog that ships with Mendline. */
    public static Catalog builtIn() {
        return of(CatalogFiles.builtIn());
    }

    /**
     * Reads the shipped catalog and the users' folders in order. An entry replaces an earlier one with the same id.
     *
     * @throws dev.mendline.model.config.BadFile for the first mistake in a file
     */
    public static Catalog withFolders(List<Path> folders) {
        List<SourceFile> files = new ArrayList<>(CatalogFiles.builtIn());
        folders.forEach(folder -> files.addAll(CatalogFiles.folder(folder)));
        return of(files);
    }

    /**
     * Reads the given files and nothing else.
     *
     * @throws dev.mendline.model.config.BadFile for the first mistake in a file
     */
    public static Catalog of(List<SourceFile> files) {
        CatalogDraft draft = draft(files);
        draft.mistakes().stream().findFirst().ifPresent(mistake -> {
            throw mistake;
        });
        return draft.catalog();
    }

    /** Reads the given files as far as possible. */
    static CatalogDraft draft(List<SourceFile> files) {
        CatalogReader reader = new CatalogReader();
        files.forEach(reader::read);
        return new CatalogDraft(new Catalog(reader, files), reader.mistakes());
    }

    private static String hash(List<SourceFile> files) {
        Hasher hasher = Hashing.sha256().newHasher();
        files.forEach(file -> hasher.putString(file.place() + "\0" + file.text() + "\0", StandardCharsets.UTF_8));
        return hasher.hash().toString().substring(0, 12);
    }

    public List<Symptom> symptoms() {
        return symptoms.values().asList();
    }

    public List<Cause> causes() {
        return causes.values().asList();
    }

    public List<HintText> hints() {
        return hints.values().asList();
    }

    public Stream<Signature> signatures() {
        return Stream.concat(
                symptoms().stream().flatMap(symptom -> symptom.signatures().stream()),
                hints().stream().flatMap(hint -> hint.signatures().stream()));
    }

    public Optional<Symptom> symptom(String id) {
        return Optional.ofNullable(symptoms.get(id));
    }

    public Optional<Cause> cause(String id) {
        return Optional.ofNullable(causes.get(id));
    }

    public Optional<HintText> hint(String id) {
        return Optional.ofNullable(hints.get(id));
    }

    /** Returns the file of a symptom; the last one if several describe it. */
    public Optional<SourceFile> symptomFile(String id) {
        return Optional.ofNullable(files.get("symptoms/" + id + ".yaml"));
    }

    /** Returns the file of a cause; the last one if several describe it. */
    public Optional<SourceFile> causeFile(String id) {
        return Optional.ofNullable(files.get("causes/" + id + ".yaml"));
    }

    /** Returns the file of a hint; the last one if several describe it. */
    public Optional<SourceFile> hintFile(String id) {
        return Optional.ofNullable(files.get("hints/" + id + ".yaml"));
    }

    /** Returns the symptom that an application logs when probes find this; the one of highest rank if several fit. */
    public Optional<Observed> observed(List<Incident.Evidence> findings) {
        Evidence evidence = Evidence.of(findings);
        return symptoms().stream()
                .sorted(Comparator.comparing(Symptom::rank).reversed())
                .flatMap(symptom -> symptom.seenBy().stream()
                        .filter(sign -> sign.when().holds(evidence))
                        .map(sign -> new Observed(symptom.id(), sign.detail())))
                .findFirst();
    }

    /** Returns the causes that name one of the symptoms, by id. */
    public List<Cause> suspects(List<String> symptomIds) {
        return causes().stream()
                .filter(cause -> cause.symptoms().stream().anyMatch(symptomIds::contains))
                .toList();
    }

    /** Returns the first 12 hexadecimal digits of the SHA-256 of all files. */
    public String hash() {
        return hash;
    }
}
