package dev.mendline.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * All modules' sources.
 *
 * @param files the main ones
 * @param testLines by module
 */
record SourceTree(List<SourceFile> files, Map<String, Integer> testLines, WireRecords wire) {
    static SourceTree read(Path root) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        Map<String, Integer> testLines = new LinkedHashMap<>();
        for (Path module : folders(root)) {
            String name = module.getFileName().toString();
            files.addAll(parse(root, name, javaFiles(module.resolve("src/main/java"))));
            int lines = 0;
            for (Path test : javaFiles(module.resolve("src/test/java"))) {
                lines += Files.readAllLines(test, StandardCharsets.UTF_8).size();
            }
            testLines.put(name, lines);
        }
        return new SourceTree(files, testLines, WireRecords.read(root));
    }

    List<String> modules() {
        return List.copyOf(testLines.keySet());
    }

    List<SourceFile> of(String module) {
        return files.stream().filter(file -> file.module().equals(module)).toList();
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<SourceFile> parse(Path root, String module, List<Path> paths) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        if (paths.isEmpty()) {
            return files;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                Path path = root.relativize(Path.of(unit.getSourceFile().toUri()));
                files.add(SourceScanner.scan(docs, unit, module, path));
            }
        }
        return files;
    }
}
