package dev.mendline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Markdown file of the checkout, in the pieces that tests use. */
record Document(Path file, String text) {
    static final Path ROOT = Path.of(System.getProperty("mendline.root", ".."));

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]+\\]\\(([^)\\s]+)\\)");
    private static final Pattern BUILT = Pattern.compile("target|node_modules|\\..*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FILE_NAME = Pattern.compile("# (\\S+\\.yaml)\\n");

    /** Fenced block. */
    record Block(String language, String text) {
        /** Returns the name of the file that the block shows, if its first line is a comment with that name. */
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

    /** Returns every Markdown file of the checkout, except what builds left there. */
    static List<Document> pages() {
        List<Document> pages = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(ROOT)
                                    && BUILT.matcher(folder.getFileName().toString())
                                            .matches()
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        pages.add(read(ROOT.relativize(file).toString()));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages.stream().sorted(Comparator.comparing(Document::file)).toList();
    }

    /** Returns the name of the page in messages. */
    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }

    List<Block> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** Returns the blocks of YAML that show files of that name. */
    List<Block> files(String namePattern) {
        return blocks("yaml").stream()
                .filter(block -> block.fileName().matches(namePattern))
                .toList();
    }

    /**
     * Block for the shell and the block of text that follows it at once: what the commands print.
     *
     * @param notRun why a test cannot run it, from a comment {@code <!-- not run: … -->} before it; empty if it can
     */
    record Session(Document page, String notRun, List<String> commands, String printed) {
        @Override
        public String toString() {
            return page + ": " + String.join("; ", commands);
        }
    }

    private static final Pattern SESSION = Pattern.compile("(?m)(?:^<!-- not run: (.+) -->\\n)?"
            + "^```sh\\n((?:(?!```).*\\n)+)```\\n```text\\n((?:(?!```).*\\n)+)```$");

    /** Returns the sessions with the command {@code mendline}. */
    List<Session> sessions() {
        return SESSION.matcher(text)
                .results()
                .filter(session -> session.group(2).contains("./mendline"))
                .map(session -> new Session(
                        this,
                        session.group(1) == null ? "" : session.group(1),
                        session.group(2).lines().toList(),
                        session.group(3)))
                .toList();
    }

    /** Returns how often the page says that something is not run. */
    long marks() {
        return text.lines().filter(line -> line.startsWith("<!-- not run")).count();
    }

    /** Returns the lines between this heading and the next. */
    List<String> section(String heading) {
        return text.lines()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }

    /** Link to a file of the checkout; the anchor is empty if there is none. */
    record Link(Path file, String anchor) {}

    /** Returns the links that do not leave the checkout. */
    Stream<Link> localLinks() {
        String prose = BLOCK.matcher(text).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .map(this::link);
    }

    private Link link(String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        return new Link(target, hash < 0 ? "" : link.substring(hash + 1));
    }

    /** Returns the anchors that GitHub gives to the headings. */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(BLOCK.matcher(text).replaceAll("")).results().forEach(heading -> {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    /** Returns what a line has in backquotes. */
    static List<String> code(String line) {
        return CODE.matcher(line).results().map(code -> code.group(1)).toList();
    }

    /** Returns the arguments of each {@code ./mendline …} in the shell blocks. */
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

    /** Splits a line into words like a shell, as far as documents need it: quotes, pipes, comments. */
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
