package dev.mendline.engine.recognition;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Detector of the driver that printed a text and of its program's runtime, with versions if the text shows them. */
final class Programs {
    /** Name of a driver with literals that only its texts contain. */
    private record Mark(String name, List<String> literals) {}

    /** Version mark. {@code literal} occurs in every text that {@code pattern} matches. */
    private record Version(String name, String literal, LinePattern pattern) {
        @Nullable
        String in(Text text) {
            MatchResult found = text.toString().contains(literal) ? pattern.first(text) : null;
            return found == null ? null : found.group("version");
        }
    }

    private static final String NUMBER =
            "(?P<version>[0-9]{1,3}\\.[0-9]{1,3}(?:\\.[0-9]{1,5})?(?:-?(?:rc|beta|alpha)[.0-9]*)?)";

    private static final List<Mark> DRIVERS = List.of(
            new Mark("java", List.of("com.mongodb.", "org.mongodb.driver")),
            new Mark("mongoose", List.of("Mongoose", "node_modules/mongoose/")),
            new Mark("pymongo", List.of("pymongo")),
            new Mark(
                    "nodejs",
                    List.of(
                            "node_modules/mongodb",
                            "MongoServerSelectionError",
                            "MongoNetworkError",
                            "MongoNetworkTimeoutError",
                            "MongoServerError",
                            "MongoParseError")),
            new Mark("dotnet", List.of("MongoDB.Driver.")),
            new Mark("php", List.of("MongoDB\\Driver")),
            new Mark("dbtools", List.of("mongodump", "mongorestore")),
            new Mark("go", List.of("mongo-go-driver", "go.mongodb.org", "current topology: {")),
            new Mark("rust", List.of("Kind: ServerSelection", "Kind: Server selection timeout")),
            new Mark("ruby", List.of("Mongo::Error")));

    private static final List<Version> DRIVER_VERSIONS = List.of(
            version(
                    "java",
                    "mongo",
                    "mongo(?:db-driver(?:-(?:core|sync|async|legacy|reactivestreams|kotlin-[a-z]+))?|-java-driver)-"
                            + NUMBER + "\\.jar"),
            version("nodejs", "mongodb@", "[/+ ]mongodb@" + NUMBER),
            version("mongoose", "mongoose@", "[/+ ]mongoose@" + NUMBER),
            version("go", "mongo-driver", "go\\.mongodb\\.org/mongo-driver(?:/v2)?@v" + NUMBER),
            version("ruby", "mongo-", "gems/mongo-" + NUMBER + "/"),
            version("rust", "mongodb-", "[/\\\\]mongodb-" + NUMBER + "[/\\\\]src"),
            version("dotnet", "MongoDB.Driver", "MongoDB\\.Driver(?:\\.Core)?, Version=" + NUMBER));

    private static final List<Version> RUNTIMES = List.of(
            version("nodejs", "Node.js v", "Node\\.js v(?P<version>[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            version("java", "java.base@", "java\\.base@(?P<version>[0-9]{1,3}(?:\\.[0-9]{1,3}){0,3})"),
            version("java", "1.8.0_", "[?:naA\\[~ (/-](?P<version>1\\.8\\.0_[0-9]{1,3})"),
            version("java", "Java/", "Java/[A-Za-z0-9 .,()-]{1,60}/(?P<version>[0-9]{1,3}(?:[._][0-9]{1,3}){0,4})"),
            version("java", "/jvm/", "/jvm/[a-z-]*?(?P<version>[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            version("python", "CPython ", "CPython (?P<version>[0-9]\\.[0-9]{1,3}\\.[0-9]{1,3})"),
            version("python", "/python", "/python(?P<version>[0-9]\\.[0-9]{1,2})/"),
            version("go", "go1.", "\\bgo(?P<version>1\\.[0-9]{1,3}(?:\\.[0-9]{1,3})?)\\b"));

    private Programs() {}

    private static Version version(String name, String literal, String pattern) {
        return new Version(name, literal, LinePattern.compile(pattern, false));
    }

    /** Returns the driver of a text; {@code said} is the driver that the matched signature names. */
    static @Nullable Driver driver(Text whole, @Nullable String said) {
        String text = whole.toString();
        String name = DRIVERS.stream()
                .filter(mark -> mark.literals().stream().anyMatch(text::contains))
                .findFirst()
                .map(Mark::name)
                .orElse(said);
        return name == null ? null : new Driver(name, driverVersion(whole, name));
    }

    private static @Nullable String driverVersion(Text text, String name) {
        return DRIVER_VERSIONS.stream()
                .filter(known -> known.name().equals(name))
                .map(known -> known.in(text))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the runtime, from stack traces and driver handshakes; null if the text shows no version of one. */
    static @Nullable Platform runtime(Text text) {
        for (Version known : RUNTIMES) {
            String version = known.in(text);
            if (version != null) {
                return new Platform(known.name(), version);
            }
        }
        return null;
    }
}
