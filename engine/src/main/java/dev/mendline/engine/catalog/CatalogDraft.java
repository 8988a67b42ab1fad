package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Catalog read despite mistakes in the users' folders.
 *
 * @param catalog shipped catalog and all valid files of the users' folders
 * @param mistakes first mistake of each invalid file
 */
public record CatalogDraft(Catalog catalog, List<BadFile> mistakes) {
    public CatalogDraft {
        mistakes = List.copyOf(mistakes);
    }

    /** Reads the shipped catalog and the folders in order, and collects mistakes. */
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
                        new BadFile(folder.toString(), 0, null, "contains neither symptoms/*.yaml nor causes/*.yaml"));
            }
            return files;
        } catch (BadFile mistake) {
            mistakes.add(mistake);
            return List.of();
        }
    }

    /** Returns true if a cause names a symptom whose own file is invalid; that is no further mistake. */
    private static boolean followsFrom(List<BadFile> before, BadFile mistake) {
        return "symptoms".equals(mistake.key())
                && before.stream().anyMatch(known -> known.file().contains("symptoms/"));
    }
}
