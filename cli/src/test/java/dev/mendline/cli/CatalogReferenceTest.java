package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that the catalog's page is up to date; {@code -Ddocs.update=true} writes it again. */
class CatalogReferenceTest {
    private static final Path PAGE = Document.ROOT.resolve("docs/catalog-reference.md");

    @Test
    void the_page_is_what_the_catalog_says() throws IOException {
        String page = CatalogReference.of(Catalog.builtIn());
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("write it again with -Ddocs.update=true").content().isEqualTo(page);
    }
}
