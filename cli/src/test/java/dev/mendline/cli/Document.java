package dev.mendline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the checkout, in the pieces that tests look at. */
record Document(Path file, String text) {
    static final Path ROOT = Path.of(System.getProperty("mendline.root", ".."));

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]+\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FILE_NAME = Pattern.compile("# (\\S+\\.yaml)\\n");

    /** A fenced block. */
    record Block(String language, String text) {
        /** The file that it shows, when its first line is a comment that names one. */
        String fileName() {
            Matcher name = FILE_NAME.matcher(text);
            return name.lookingAt() ? name.group(1) : "";
        }
    }

    static Document read(String name) {
        Path file = ROOT.resolve(name);
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** Blocks of YAML that show files of that name. */
    List<Block> files(String namePattern) {
        return blocks("yaml").stream()
                .filter(block -> block.fileName().matches(namePattern))
                .toList();
    }

    /** A block for the shell and the block of text that follows it at once: what it prints. */
    record Session(List<String> commands, String printed) {}

    private static final Pattern SESSION =
            Pattern.compile("(?m)^```sh\\n((?:(?!```).*\\n)+)```\\n```text\\n((?:(?!```).*\\n)+)```$");

    List<Session> sessions() {
        return SESSION.matcher(text)
                .results()
                .map(session -> new Session(session.group(1).lines().toList(), session.group(2)))
                .toList();
    }

    /** The lines between this heading and the next. */
    List<String> section(String heading) {
        return text.lines()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }

    /** Where local links point, without what stands behind {@code #}. */
    Stream<Path> localLinks() {
        String prose = BLOCK.matcher(text).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*|#.*"))
                .map(link -> file.resolveSibling(link.replaceFirst("#.*", "")).normalize());
    }

    /** What stands in backquotes in a line. */
    static List<String> code(String line) {
        return CODE.matcher(line).results().map(code -> code.group(1)).toList();
    }

    /** Each {@code ./mendline …} of the shell blocks as its arguments. */
    List<List<String>> commands() {
        return blocks("sh").stream()
                .flatMap(block -> block.text().replace("\\\n", " ").lines())
                .flatMap(line -> commands(words(line)).stream())
                .toList();
    }

    private static List<List<String>> commands(List<String> words) {
        List<List<String>> commands = new ArrayList<>();
        List<String> current = null;
        for (String word : words) {
            if (word.equals("|") || word.equals(">")) {
                current = null;
            } else if (word.equals("./mendline")) {
                current = new ArrayList<>();
                commands.add(current);
            } else if (current != null) {
                current.add(word);
            }
        }
        return commands;
    }

    /** Words as a shell cuts them, as far as documents need it: quotes, pipes, comments. */
    static List<String> words(String line) {
        Pattern word = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(#.*)|([^\\s'\"]+)");
        return word.matcher(line)
                .results()
                .filter(found -> found.group(3) == null)
                .map(MatchResult::group)
                .map(found -> found.replaceAll("^(['\"])(.*)\\1$", "$2"))
                .toList();
    }
}
