package dev.mendline.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Shape of one main source file. Lines are counted from 1. */
record SourceFile(
        String module,
        String packageName,
        Path path,
        int lines,
        Set<String> imports,
        List<Type> types,
        List<Method> methods,
        List<Note> notes) {
    /**
     * A class, interface, enum or record.
     *
     * @param name with the names of the types around it, {@code Outer.Inner}
     * @param components of a record, in order; of other types, empty
     * @param uses the simple names that stand in a top-level type; of a nested type, empty: they count for the outer one
     * @param creates the calls of constructors, likewise
     */
    record Type(
            String name,
            boolean isPublic,
            int line,
            int lines,
            List<String> components,
            Set<String> uses,
            List<Creation> creates) {
        boolean topLevel() {
            return name.indexOf('.') < 0;
        }

        String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    record Method(String name, int line, int lines) {}

    /** {@code new Type(…)}: the type as it is written, without its arguments. */
    record Creation(String type, int arguments, int line) {}

    /** A place that is worth a look, but breaks no limit. */
    record Note(Kind kind, int line, String text) {
        enum Kind {
            JAVADOC_QUESTION,
            STATIC_STATE
        }
    }

    List<Type> topLevelTypes() {
        return types.stream().filter(Type::topLevel).toList();
    }

    long count(Note.Kind kind) {
        return notes.stream().filter(note -> note.kind() == kind).count();
    }

    /** Returns the full name that a simple name has in this file: that of the import, else that of a neighbor. */
    String resolve(String name) {
        String outermost = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String rest = name.substring(outermost.length());
        return imports.stream()
                        .filter(imported -> imported.endsWith("." + outermost))
                        .findFirst()
                        .orElse(packageName + "." + outermost)
                + rest;
    }
}
