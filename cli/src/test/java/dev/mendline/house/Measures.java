package dev.mendline.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Figures of some files, with the whole tree at hand for what is used elsewhere. */
final class Measures {
    private final SourceTree tree;
    private final List<SourceFile> files;

    Measures(SourceTree tree, List<SourceFile> files) {
        this.tree = tree;
        this.files = files;
    }

    /** A record that main code creates by listing its components. */
    record Positional(SourceFile file, SourceFile.Type type, List<String> places) {}

    record Cycle(String packageName, List<String> types) {}

    int files() {
        return files.size();
    }

    int lines() {
        return files.stream().mapToInt(SourceFile::lines).sum();
    }

    String fileLines() {
        return spread(files, SourceFile::lines);
    }

    String methodLines() {
        return spread(files.stream().flatMap(file -> file.methods().stream()).toList(), SourceFile.Method::lines);
    }

    Map<String, List<SourceFile>> packages() {
        return files.stream()
                .collect(Collectors.groupingBy(SourceFile::packageName, TreeMap::new, Collectors.toList()));
    }

    static int types(List<SourceFile> packageFiles) {
        return packageFiles.stream()
                .mapToInt(file -> file.topLevelTypes().size())
                .sum();
    }

    int largestPackage() {
        return packages().values().stream().mapToInt(Measures::types).max().orElse(0);
    }

    List<Cycle> cycles() {
        List<Cycle> cycles = new ArrayList<>();
        packages()
                .forEach(
                        (name, members) -> TypeCycles.in(members).forEach(types -> cycles.add(new Cycle(name, types))));
        cycles.sort(
                Comparator.comparingInt((Cycle cycle) -> cycle.types().size()).reversed());
        return cycles;
    }

    long recordsOver(int components) {
        return files.stream()
                .flatMap(file -> file.types().stream())
                .filter(type -> type.components().size() > components)
                .count();
    }

    /** Returns the records with more components than this that are created by position and that no schema fixes. */
    List<Positional> positional(int components) {
        List<Positional> found = new ArrayList<>();
        for (SourceFile file : files) {
            for (SourceFile.Type type : file.types()) {
                if (type.components().size() > components && !tree.wire().has(file, type)) {
                    List<String> places = creations(file, type);
                    if (!places.isEmpty()) {
                        found.add(new Positional(file, type, places));
                    }
                }
            }
        }
        return found;
    }

    private List<String> creations(SourceFile declaring, SourceFile.Type type) {
        String full = declaring.packageName() + "." + type.name();
        List<String> places = new ArrayList<>();
        for (SourceFile file : tree.files()) {
            for (SourceFile.Type outer : file.topLevelTypes()) {
                outer.creates().stream()
                        .filter(made -> made.arguments() == type.components().size())
                        .filter(made -> file.resolve(made.type()).equals(full)
                                || file.equals(declaring) && made.type().equals(type.simpleName()))
                        .forEach(made -> places.add(file.path() + ":" + made.line()));
            }
        }
        return places;
    }

    long publicTypes() {
        return files.stream()
                .flatMap(file -> file.topLevelTypes().stream())
                .filter(SourceFile.Type::isPublic)
                .count();
    }

    /** Returns the public types that no file of another module names. */
    List<String> publicForOwnModuleOnly() {
        Set<String> elsewhere = new HashSet<>();
        String module = files.isEmpty() ? "" : files.get(0).module();
        tree.files().stream()
                .filter(file -> !file.module().equals(module))
                .forEach(file -> elsewhere.addAll(file.imports()));
        return files.stream()
                .flatMap(file -> file.topLevelTypes().stream()
                        .filter(SourceFile.Type::isPublic)
                        .map(type -> file.packageName() + "." + type.name()))
                .filter(name -> elsewhere.stream().noneMatch(used -> used.equals(name) || used.startsWith(name + ".")))
                .toList();
    }

    long count(SourceFile.Note.Kind kind) {
        return files.stream().mapToLong(file -> file.count(kind)).sum();
    }

    /** Median, 90th percentile and maximum, by nearest rank. */
    private static <T> String spread(List<T> things, ToIntFunction<T> size) {
        int[] sorted = things.stream().mapToInt(size).sorted().toArray();
        if (sorted.length == 0) {
            return "-";
        }
        int median = sorted[(sorted.length - 1) / 2];
        int ninety = sorted[(int) Math.ceil(sorted.length * 0.9) - 1];
        return median + "/" + ninety + "/" + sorted[sorted.length - 1];
    }
}
