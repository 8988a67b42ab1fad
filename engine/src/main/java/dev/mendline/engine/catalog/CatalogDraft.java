package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A catalog that may hold mistakes, as far as it can be read.
 *
 * @param catalog what ships and, over it, what is good of the users' folders
 * @param mistakes the first mistake of each file that is not
 */
public record CatalogDraft(Catalog catalog, List<BadFile> mistakes) {
    public CatalogDraft {
        mistakes = List.copyOf(mistakes);
    }

    /** Reads what ships and the folders in their order, over all mistakes. */
    public static CatalogDraft of(List<Path> folders) {
        List<BadFile> mistakes = new ArrayList<>();
        List<SourceFile> good = new ArrayList<>(CatalogFiles.builtIn());
        for (Path folder : folders) {
            good.addAll(files(folder, mistakes));
        }
        int inFolders = mistakes.size();
        while (true) {
            try {
                return new CatalogDraft(Catalog.of(good), mistakes);
            } catch (BadFile mistake) {
                if (!good.removeIf(file -> file.name().equals(mistake.file()))) {
                    throw mistake;
                }
                if (!followsFrom(mistakes.subList(inFolders, mistakes.size()), mistake)) {
                    mistakes.add(mistake);
                }
            }
        }
    }

    private static List<SourceFile> files(Path folder, List<BadFile> mistakes) {
        try {
            List<SourceFile> files = CatalogFiles.folder(folder);
            if (files.isEmpty()) {
                mistakes.add(
                        new BadFile(folder.toString(), 0, null, "holds neither symptoms/*.yaml nor causes/*.yaml"));
            }
            return files;
        } catch (BadFile mistake) {
            mistakes.add(mistake);
            return List.of();
        }
    }

    /** That a cause names a symptom which does not exist may only mean that the symptom's own file cannot be read. */
    private static boolean followsFrom(List<BadFile> before, BadFile mistake) {
        return "symptoms".equals(mistake.key())
                && before.stream().anyMatch(known -> known.file().contains("symptoms/"));
    }
}
