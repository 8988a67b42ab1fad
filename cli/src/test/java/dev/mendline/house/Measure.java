package dev.mendline.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Program that prints the measures of each module and the limits that are broken. With {@code --check} it ends with 1 if
 * a limit is broken; with {@code --notes} it also lists places that are worth a look.
 */
public final class Measure {
    private static final String ROW = "%-11s %5s  %-11s %-9s %-9s %5s %7s %-9s %7s %6s %11s  %s%n";

    private Measure() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        SourceTree tree = SourceTree.read(Path.of("").toAbsolutePath());
        System.out.print(table(tree));
        List<String> broken = Limits.broken(tree);
        System.out.println();
        System.out.println(broken.isEmpty() ? "All limits hold." : "Limits broken: " + broken.size());
        broken.forEach(System.out::println);
        if (options.contains("--notes")) {
            System.out.println();
            notes(tree).forEach(System.out::println);
        }
        if (options.contains("--check") && !broken.isEmpty()) {
            System.exit(1);
        }
    }

    static String table(SourceTree tree) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                ROW,
                "",
                "",
                "file lines",
                "method",
                "packages",
                "type",
                "records",
                "by",
                "javadoc",
                "static",
                "public,",
                ""));
        table.append(String.format(
                ROW,
                "module",
                "files",
                "med/p90/max",
                "lines",
                "(largest)",
                "cycle",
                ">8/>10",
                "position",
                "What...",
                "state",
                "own use",
                "main/test lines"));
        int testLines = 0;
        long ownUse = 0;
        for (String module : tree.modules()) {
            Measures measures = new Measures(tree, tree.of(module));
            int tests = tree.testLines().getOrDefault(module, 0);
            long own = measures.publicForOwnModuleOnly().size();
            testLines += tests;
            ownUse += own;
            table.append(row(module, measures, own, tests));
        }
        return table.append(row("all", new Measures(tree, tree.files()), ownUse, testLines))
                .toString();
    }

    private static String row(String name, Measures measures, long ownUse, int testLines) {
        List<Measures.Cycle> cycles = measures.cycles();
        return String.format(
                ROW,
                name,
                measures.files(),
                measures.fileLines(),
                measures.methodLines(),
                measures.packages().size() + " (" + measures.largestPackage() + ")",
                cycles.isEmpty() ? 0 : cycles.get(0).types().size(),
                measures.recordsOver(8) + "/" + measures.recordsOver(Limits.POSITIONAL_COMPONENTS),
                measures.positional(8).size() + "/"
                        + measures.positional(Limits.POSITIONAL_COMPONENTS).size(),
                measures.count(SourceFile.Note.Kind.JAVADOC_QUESTION),
                measures.count(SourceFile.Note.Kind.STATIC_STATE),
                ownUse + " of " + measures.publicTypes(),
                measures.lines() + "/" + testLines);
    }

    private static List<String> notes(SourceTree tree) {
        List<String> notes = new ArrayList<>();
        for (SourceFile file : tree.files()) {
            file.notes().forEach(note -> notes.add(file.path() + ":" + note.line() + ": " + note.text()));
        }
        for (String module : tree.modules()) {
            new Measures(tree, tree.of(module))
                    .publicForOwnModuleOnly()
                    .forEach(type -> notes.add(module + ": no other module names the public type " + type));
        }
        return notes;
    }
}
