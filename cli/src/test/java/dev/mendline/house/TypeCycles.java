package dev.mendline.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of top-level types of one package that all need each other: the strongly connected components of the graph of
 * uses, found by Tarjan's algorithm. A {@code permits} clause is no use: a sealed type needs its list for the compiler.
 */
final class TypeCycles {
    private final Map<String, Set<String>> uses;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final List<List<String>> cycles = new ArrayList<>();

    private TypeCycles(Map<String, Set<String>> uses) {
        this.uses = uses;
    }

    /** Returns the cycles of more than one type, each sorted by name. */
    static List<List<String>> in(List<SourceFile> packageFiles) {
        TypeCycles cycles = new TypeCycles(graph(packageFiles));
        cycles.uses.keySet().stream()
                .filter(type -> !cycles.index.containsKey(type))
                .forEach(cycles::visit);
        return cycles.cycles;
    }

    private static Map<String, Set<String>> graph(List<SourceFile> files) {
        Set<String> names = new HashSet<>();
        files.forEach(file -> file.topLevelTypes().forEach(type -> names.add(type.name())));
        Map<String, Set<String>> graph = new LinkedHashMap<>();
        for (SourceFile file : files) {
            for (SourceFile.Type type : file.topLevelTypes()) {
                Set<String> used = new HashSet<>(type.uses());
                used.retainAll(names);
                used.removeIf(name -> name.equals(type.name()) || means(file, type, name));
                graph.put(type.name(), used);
            }
        }
        return graph;
    }

    /** Returns whether an import or a nested type uses this name. */
    private static boolean means(SourceFile file, SourceFile.Type type, String name) {
        boolean nested = file.types().stream()
                .anyMatch(other -> other.name().startsWith(type.name() + ".")
                        && other.simpleName().equals(name));
        return nested || !file.resolve(name).equals(file.packageName() + "." + name);
    }

    private void visit(String type) {
        int mine = index.size();
        index.put(type, mine);
        low.put(type, mine);
        stack.push(type);
        for (String used : uses.get(type)) {
            if (!index.containsKey(used)) {
                visit(used);
                low.merge(type, low.get(used), Math::min);
            } else if (stack.contains(used)) {
                low.merge(type, index.get(used), Math::min);
            }
        }
        if (low.get(type) == mine) {
            close(type);
        }
    }

    private void close(String first) {
        List<String> cycle = new ArrayList<>();
        String type;
        do {
            type = stack.pop();
            cycle.add(type);
        } while (!type.equals(first));
        if (cycle.size() > 1) {
            cycles.add(cycle.stream().sorted().toList());
        }
    }
}
