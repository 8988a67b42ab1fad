package dev.mendline.engine.recognition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Report on how well the catalog recognizes programs that it was not written for.
 *
 * @param signatures the number of signatures by the number of families that each is known from
 * @param leftOut the number of signatures that each fold does without
 * @param withoutText the signatures that match no sample and no example
 * @param tables counts of texts, grouped by fold, set, family, symptom and program
 */
record GeneralizationReport(
        Map<Integer, Long> signatures,
        List<Integer> leftOut,
        List<String> withoutText,
        Map<String, List<Row>> tables,
        List<Miss> misses) {
    private static final int WORST = 40;

    /** A scored sample and what is recognized in it with all signatures, and without those of its fold. */
    record Judged(Sample sample, int fold, String full, String without) {
        boolean isRight() {
            return full.equals(sample.label());
        }

        boolean isRightWithout() {
            return without.equals(sample.label());
        }

        String family() {
            return Folds.family(sample.driver());
        }

        String miss() {
            return family() + " | " + sample.label() + " | " + without;
        }
    }

    /** Counts of a group. Right and silent count texts that show a symptom. */
    record Row(
            String name,
            int shown,
            long right,
            long rightWithout,
            long silentWithout,
            int negatives,
            long falseAlarms) {
        static Row of(String name, List<Judged> judged) {
            List<Judged> shown =
                    judged.stream().filter(each -> each.sample().showsSymptom()).toList();
            return new Row(
                    name,
                    shown.size(),
                    shown.stream().filter(Judged::isRight).count(),
                    shown.stream().filter(Judged::isRightWithout).count(),
                    shown.stream()
                            .filter(each -> each.without().equals(Sample.NONE))
                            .count(),
                    judged.size() - shown.size(),
                    judged.stream()
                            .filter(each -> !each.sample().showsSymptom())
                            .filter(each -> !each.isRight() || !each.isRightWithout())
                            .count());
        }

        double accuracy() {
            return shown == 0 ? 1 : (double) right / shown;
        }

        private long lost() {
            return shown - rightWithout;
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %.4f | %d | %d | %d | %d |%n",
                    name,
                    shown,
                    accuracy(),
                    (double) rightWithout / Math.max(1, shown),
                    lost() - silentWithout,
                    silentWithout,
                    negatives,
                    falseAlarms);
        }
    }

    /** Texts of one family and label that are recognized alike and wrongly without their fold's signatures. */
    record Miss(String what, int texts, String id, String text) {
        private String line() {
            return "| %s | %d | %s: `%s` |%n".formatted(what, texts, id, text.replaceAll("[`|]", "'"));
        }
    }

    static GeneralizationReport of(Evidence evidence, List<Integer> leftOut, List<Judged> judged) {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        tables.put("All", rows(judged, each -> "all"));
        tables.put("Folds", rows(judged, each -> "fold " + (each.fold() + 1)));
        tables.put("Sets", rows(judged, each -> each.sample().set()));
        tables.put("Families", rows(judged, Judged::family));
        tables.put("Symptoms", rows(judged, each -> each.sample().label()));
        tables.put("Programs", rows(judged, each -> each.sample().driver()));
        return new GeneralizationReport(evidence.byFamilies(), leftOut, evidence.withoutText(), tables, misses(judged));
    }

    /** Returns the rows of the groups, those with the most misses first. */
    private static List<Row> rows(List<Judged> judged, Function<Judged, String> name) {
        return judged.stream().collect(groupingBy(name, TreeMap::new, toList())).entrySet().stream()
                .map(group -> Row.of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Row::lost).reversed())
                .toList();
    }

    private static List<Miss> misses(List<Judged> judged) {
        return judged.stream()
                .filter(each -> !each.isRightWithout())
                .collect(groupingBy(Judged::miss, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(group -> {
                    Sample first = group.getValue().get(0).sample();
                    return new Miss(group.getKey(), group.getValue().size(), first.id(), first.start(200));
                })
                .sorted(Comparator.comparing(Miss::texts).reversed())
                .toList();
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("generalization.md"), markdown());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("generalization.json").toFile(), this);
    }

    private String markdown() {
        return "# How well the catalog recognizes programs that it was not written for\n\n"
                + "docs/how-to-add.md says how to read this report.\n\n"
                + "- Signatures by the number of families that they are known from: " + signatures + "\n"
                + "- Signatures left out in each fold: " + leftOut + "\n"
                + "- Signatures that match no sample and no example: " + String.join(", ", withoutText) + "\n"
                + tables.entrySet().stream().map(GeneralizationReport::table).collect(joining())
                + "\n## Most frequent misses without the fold's signatures\n\n"
                + "| Family | Label | Recognized | Texts | First text |\n|---|---|---|---|---|\n"
                + misses.stream().limit(WORST).map(Miss::line).collect(joining());
    }

    /** Returns a table; groups that have only negatives and raise no alarm are in the JSON file. */
    private static String table(Map.Entry<String, List<Row>> table) {
        return "\n## " + table.getKey() + "\n\n"
                + "| Group | Texts | Right | Right without | Other symptom | Silent | Negatives | False alarms |\n"
                + "|---|---|---|---|---|---|---|---|\n"
                + table.getValue().stream()
                        .filter(row -> row.shown() > 0 || row.falseAlarms() > 0)
                        .map(Row::line)
                        .collect(joining());
    }
}
