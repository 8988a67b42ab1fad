package dev.mendline.engine.recognition;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import dev.mendline.model.log.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Detector of the runtime of a program and its version, from stack traces and driver handshakes. */
final class Runtimes {
    /** Version mark. {@code literal} occurs in every text that {@code version} matches. */
    private record Mark(String name, String literal, LinePattern version) {}

    private static final List<Mark> MARKS = List.of(
            mark("nodejs", "Node.js v", "Node\\.js v(?P<version>[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            mark("java", "java.base@", "java\\.base@(?P<version>[0-9]{1,3}(?:\\.[0-9]{1,3}){0,3})"),
            mark("java", "1.8.0_", "[?:naA\\[~ (/-](?P<version>1\\.8\\.0_[0-9]{1,3})"),
            mark("java", "Java/", "Java/[A-Za-z0-9 .,()-]{1,60}/(?P<version>[0-9]{1,3}(?:[._][0-9]{1,3}){0,4})"),
            mark("java", "/jvm/", "/jvm/[a-z-]*?(?P<version>[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            mark("python", "CPython ", "CPython (?P<version>[0-9]\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            mark("python", "/python", "/python(?P<version>[0-9]\\.[0-9]{1,2})/"),
            mark("go", "go1.", "\\bgo(?P<version>1\\.[0-9]{1,3}(?:\\.[0-9]{1,3})?)\\b"));

    private Runtimes() {}

    private static Mark mark(String name, String literal, String version) {
        return new Mark(name, literal, LinePattern.compile(version, false));
    }

    static @Nullable Platform of(Text text) {
        String whole = text.toString();
        for (Mark mark : MARKS) {
            if (whole.contains(mark.literal())) {
                MatchResult found = mark.version().first(text);
                String version = found == null ? null : found.group("version");
                if (version != null) {
                    return new Platform(mark.name(), version);
                }
            }
        }
        return null;
    }
}
