package dev.mendline.engine.gap;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import java.util.List;

/** Detector of texts without an error of their own: stack frames, bare causes, pieces of JSON and of dumps. */
final class Fragment {
    private static final int MAX_LINES = 500;

    /** Time and severity before a line. */
    private static final String PREFIX =
            "(?:\\[?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]{5,18}(?:Z|[+-][0-9:]{4,6})?\\]?\\s+)?"
                    + "(?:\\[?(?i:trace|debug|info|warn|warning|error|err|fatal|critical|severe)\\]?:?\\s+)?";

    private static final List<String> FRAMES = List.of(
            // Java, Node.js, .NET
            "at (?:async |new )?[A-Za-z_$<][^ (]*[.$/][^ (]* ?(?:\\[as [^\\]]+\\] )?\\(.*",
            "at (?:async |new )?[^ ()]+ (?:\\[as [^\\]]+\\] )?\\((?:\\.?/|node:|file:|internal/|webpack|[A-Za-z]:\\\\|<anonymous>|native).*",
            "at (?:async )?(?:\\.{0,2}/|src/|node:|file:|webpack|<anonymous>|[A-Za-z]:\\\\)\\S*",
            "\\.\\.\\. [0-9]+ (?:more|common|lines|frames).*",
            "--- End of .*",
            // PowerShell
            "At \\S+:[0-9]+ char:[0-9]+",
            "\\+ (?:CategoryInfo|FullyQualifiedErrorId|~).*",
            // Python
            "File \"[^\"]+\", line [0-9]+.*",
            "(?:raise|return|await|yield) [A-Za-z_.]+\\(.*",
            "Traceback \\(most recent call last\\):?",
            "(?:The above exception was|During handling of the above).*",
            "[~^]+",
            // Ruby
            "(?:from )?\\S+\\.rb:[0-9]+:in [`'\"][^`'\"]*['\"]",
            // PHP, Dart
            "#[0-9]+ +(?:/|\\{main\\}|\\[internal function\\]|[A-Za-z_\\\\.<>]+ ?\\(|[A-Za-z_.<> ]+ \\(package:).*",
            "thrown in \\S+ on line [0-9]+",
            // Go
            "goroutine [0-9]+ \\[.*\\]:",
            "(?:[A-Za-z0-9_-]+[./])+[A-Za-z0-9_.*()\\[\\]{}-]+\\((?:0x[0-9a-f]+|\\{|\\.\\.\\.|\\)).*",
            "\\S+\\.go:[0-9]+(?: \\+0x[0-9a-f]+)?",
            "created by \\S+.*",
            // Rust, Elixir
            "[0-9]+: (?:0x[0-9a-f]+ - )?\\S+::[^ ]*(?: as .*)?",
            "stack backtrace:|(?i:\\[?stack ?trace\\]?):?",
            "\\([a-z_]+ [0-9][0-9a-z.-]*\\) \\S+\\.exs?:[0-9]+:.*",
            // A cause without a text
            "(?:Caused by|Suppressed|Wrapped by|\\[cause\\]|--->):?(?: [A-Za-z_$][A-Za-z0-9_.$]*)?:?(?: [{\\[])?");

    private static final String KEY =
            "(?:[A-Za-z_$][A-Za-z0-9_$]*|'[^']*'|\"[^\"]*\"|\\[Symbol\\([^)]*\\)\\]) ?(?::|=>) ?";
    private static final List<String> PIECES = List.of(
            "[{}()\\[\\],;]+",
            "\"[A-Za-z0-9_$.@ -]+\" ?: .*",
            KEY + "(?:[A-Z][A-Za-z]*(?:\\([0-9]*\\))? ?)?[{\\[(]",
            KEY + "(?:[A-Z][A-Za-z]*\\([0-9]+\\) [{\\[].*[}\\]]|\\[[A-Za-z]+\\]|\\[\\]|\\{\\}|'[^' ]*'|\"[^\" ]*\""
                    + "|-?[0-9]+(?:\\.[0-9]+)?n?|true|false|null|undefined|new Timestamp.*|Long.*)[ }\\]),;]*");

    private static final LinePattern FRAME = any(FRAMES);
    private static final LinePattern PIECE = any(PIECES);
    /** Error with a text, which a piece of JSON or of a dump may contain. */
    private static final LinePattern ERROR = LinePattern.compile("(?:Error|Exception|Failure)\\]?: [^ {\\[]", false);

    private Fragment() {}

    private static LinePattern any(List<String> forms) {
        return LinePattern.compile(PREFIX + "(?:" + String.join("|", forms) + ")$", false);
    }

    /** Returns true if each line of a text is a frame or piece. */
    static boolean isAll(String text) {
        return text.lines()
                .limit(MAX_LINES)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Text::of)
                .allMatch(line -> isIn(FRAME, line) || (isIn(PIECE, line) && !ERROR.isIn(line)));
    }

    private static boolean isIn(LinePattern pattern, Text line) {
        return pattern.endAt(line, line.from(), line.to(), line.from()) >= 0;
    }
}
