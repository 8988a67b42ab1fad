package dev.mendline.engine.recognition;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import dev.mendline.model.log.Driver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Detector of the driver that printed a text, and of its version if a path or name shows it. */
final class Drivers {
    private record Mark(String literal, String name) {}

    /** Version mark. {@code literal} occurs in every text that {@code version} matches. */
    private record Version(String name, String literal, LinePattern version) {}

    private static final String NUMBER =
            "(?P<version>[0-9]{1,3}\\.[0-9]{1,3}(?:\\.[0-9]{1,5})?(?:-?(?:rc|beta|alpha)[.0-9]*)?)";

    private static final List<Mark> MARKS = List.of(
            new Mark("com.mongodb.", "java"),
            new Mark("org.mongodb.driver", "java"),
            new Mark("Mongoose", "mongoose"),
            new Mark("node_modules/mongoose/", "mongoose"),
            new Mark("pymongo", "pymongo"),
            new Mark("node_modules/mongodb", "nodejs"),
            new Mark("MongoServerSelectionError", "nodejs"),
            new Mark("MongoNetworkError", "nodejs"),
            new Mark("MongoNetworkTimeoutError", "nodejs"),
            new Mark("MongoServerError", "nodejs"),
            new Mark("MongoParseError", "nodejs"),
            new Mark("MongoDB.Driver.", "dotnet"),
            new Mark("MongoDB\\Driver", "php"),
            new Mark("mongodump", "dbtools"),
            new Mark("mongorestore", "dbtools"),
            new Mark("mongo-go-driver", "go"),
            new Mark("go.mongodb.org", "go"),
            new Mark("current topology: {", "go"),
            new Mark("Kind: ServerSelection", "rust"),
            new Mark("Kind: Server selection timeout", "rust"),
            new Mark("Mongo::Error", "ruby"));

    private static final List<Version> VERSIONS = List.of(
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

    private Drivers() {}

    private static Version version(String name, String literal, String pattern) {
        return new Version(name, literal, LinePattern.compile(pattern, false));
    }

    /** Returns the driver of a text; {@code said} is the driver that the matched signature names. */
    static @Nullable Driver of(Text whole, @Nullable String said) {
        String text = whole.toString();
        String name = MARKS.stream()
                .filter(mark -> text.contains(mark.literal()))
                .findFirst()
                .map(Mark::name)
                .orElse(said);
        return name == null ? null : new Driver(name, version(whole, name));
    }

    private static @Nullable String version(Text text, String name) {
        for (Version known : VERSIONS) {
            if (known.name().equals(name) && text.toString().contains(known.literal())) {
                MatchResult found = known.version().first(text);
                if (found != null) {
                    return found.group("version");
                }
            }
        }
        return null;
    }
}
