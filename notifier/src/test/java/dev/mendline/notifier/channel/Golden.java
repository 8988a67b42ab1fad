package dev.mendline.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that show how something looks; {@code -Dgolden.update=true} writes them again. */
public final class Golden {
    private Golden() {}

    public static void assertSame(String file, String actual) {
        Path path = Path.of(System.getProperty("mendline.root", ".."), "notifier/src/test/resources/golden", file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(actual)
                    .as("%s; renew it with -Dgolden.update=true", file)
                    .isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
