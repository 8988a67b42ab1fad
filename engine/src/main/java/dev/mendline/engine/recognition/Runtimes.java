package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.model.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program runs on, where a stack trace or a driver's own description of itself tells its version. */
final class Runtimes {
    /** {@code literal} stands in every text in which the version can. */
    private record Mark(String name, String literal, Pattern version) {}

    private static final List<Mark> MARKS = List.of(
            mark("nodejs", "Node.js v", "Node\\.js v([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            mark("java", "java.base@", "java\\.base@([0-9]{1,3}(?:\\.[0-9]{1,3}){0,3})"),
            mark("java", "1.8.0_", "[?:naA\\[~ (/-](1\\.8\\.0_[0-9]{1,3})"),
            mark("java", "Java/", "Java/[A-Za-z0-9 .,()-]{1,60}/([0-9]{1,3}(?:[._][0-9]{1,3}){0,4})"),
            mark("java", "/jvm/", "/jvm/[a-z-]*?([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            mark("python", "CPython ", "CPython ([0-9]\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            mark("python", "/python", "/python([0-9]\\.[0-9]{1,2})/"),
            mark("go", "go1.", "\\bgo(1\\.[0-9]{1,3}(?:\\.[0-9]{1,3})?)\\b"));

    private Runtimes() {}

    private static Mark mark(String name, String literal, String version) {
        return new Mark(name, literal, Pattern.compile(version));
    }

    static @Nullable Platform of(String text) {
        for (Mark mark : MARKS) {
            if (text.contains(mark.literal())) {
                Matcher found = mark.version().matcher(text);
                if (found.find()) {
                    return new Platform(mark.name(), found.group(1));
                }
            }
        }
        return null;
    }
}
