package dev.mendline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    @TempDir
    Path folder;

    private static Publication publication(Path page) {
        return new Publication(page, "x", "x --quick", true);
    }

    @Test
    void only_what_is_between_the_marks_is_replaced() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "before\n<!-- x -->\nold\n<!-- /x -->\nafter\n");

        publication(page).write("new");
        publication(page).write("newer");

        assertThat(page).hasContent("before\n<!-- x -->\n\nnewer\n<!-- /x -->\nafter\n");
    }

    @Test
    void a_page_without_marks_is_left_alone() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "nothing\n");

        assertThatThrownBy(() -> publication(page).write("new")).hasMessageContaining("has no marks '<!-- x -->'");
        assertThat(page).hasContent("nothing\n");
    }

    @Test
    void the_page_of_this_module_has_the_marks() throws IOException {
        assertThat(Path.of("README.md"))
                .content()
                .contains("<!-- matcher -->\n", "<!-- /matcher -->")
                .contains("<!-- pipeline-calm -->\n", "<!-- /pipeline-calm -->")
                .contains("<!-- pipeline-outage -->\n", "<!-- /pipeline-outage -->")
                .contains("<!-- latency -->\n", "<!-- /latency -->")
                .contains("<!-- reading -->\n", "<!-- /reading -->");
    }
}
