package dev.mendline.house;

import java.util.ArrayList;
import java.util.List;

/** The limits that main code keeps to. Each answer is a line that begins with the place. */
final class Limits {
    static final int PACKAGE_TYPES = 25;
    static final int CYCLE_TYPES = 8;
    static final int POSITIONAL_COMPONENTS = 10;
    static final int CLASS_LINES = 250;
    static final int METHOD_LINES = 40;

    private Limits() {}

    static List<String> broken(SourceTree tree) {
        Measures all = new Measures(tree, tree.files());
        List<String> broken = new ArrayList<>();
        all.packages().forEach((name, files) -> {
            int types = Measures.types(files);
            if (types > PACKAGE_TYPES) {
                String place = files.get(0).path().getParent() + ":1";
                broken.add(line(place, "package " + name, types, "types", PACKAGE_TYPES));
            }
        });
        for (Measures.Cycle cycle : all.cycles()) {
            int types = cycle.types().size();
            if (types > CYCLE_TYPES) {
                String place = place(tree, cycle) + ":1";
                String names = "cycle in " + cycle.packageName() + " (" + String.join(", ", cycle.types()) + ")";
                broken.add(line(place, names, types, "types", CYCLE_TYPES));
            }
        }
        for (Measures.Positional found : all.positional(POSITIONAL_COMPONENTS)) {
            String what = "record " + found.type().name() + ", built by position at "
                    + String.join(", ", found.places()) + ",";
            String place = found.file().path() + ":" + found.type().line();
            broken.add(line(place, what, found.type().components().size(), "components", POSITIONAL_COMPONENTS));
        }
        tree.files().forEach(file -> broken.addAll(tooLong(file)));
        return broken;
    }

    private static List<String> tooLong(SourceFile file) {
        List<String> broken = new ArrayList<>();
        for (SourceFile.Type type : file.types()) {
            if (type.lines() > CLASS_LINES) {
                String place = file.path() + ":" + type.line();
                broken.add(line(place, "type " + type.name(), type.lines(), "lines", CLASS_LINES));
            }
        }
        for (SourceFile.Method method : file.methods()) {
            if (method.lines() > METHOD_LINES) {
                String place = file.path() + ":" + method.line();
                broken.add(line(place, method.name(), method.lines(), "lines", METHOD_LINES));
            }
        }
        return broken;
    }

    private static String place(SourceTree tree, Measures.Cycle cycle) {
        return tree.files().stream()
                .filter(file -> file.packageName().equals(cycle.packageName()))
                .filter(file -> file.topLevelTypes().stream()
                        .anyMatch(type -> type.name().equals(cycle.types().get(0))))
                .map(file -> file.path().toString())
                .findFirst()
                .orElseThrow();
    }

    private static String line(String place, String what, int size, String unit, int limit) {
        return place + ": " + what + " has " + size + " " + unit + "; the limit is " + limit;
    }
}
