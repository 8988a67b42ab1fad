package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Catalog read despite mistakes in the users' folders.
 *
 * @param catalog shipped catalog and the valid parts of the users' folders
 * @param mistakes all mistakes of all files
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
        CatalogDraft draft = Catalog.draft(good);
        mistakes.addAll(draft.mistakes());
        return new CatalogDraft(draft.catalog(), mistakes);
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
}
