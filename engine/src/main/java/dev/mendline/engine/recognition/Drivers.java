package dev.mendline.engine.recognition;

import dev.mendline.model.Driver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who printed a text, by marks that only one driver leaves. */
final class Drivers {
    private record Mark(String literal, String name) {}

    private static final List<Mark> MARKS = List.of(
            new Mark("com.mongodb.", "java"),
            new Mark("org.mongodb.driver", "java"),
            new Mark("Mongoose", "mongoose"),
            new Mark("pymongo", "pymongo"),
            new Mark("node_modules/mongodb", "nodejs"),
            new Mark("MongoServerSelectionError", "nodejs"),
            new Mark("MongoNetworkError", "nodejs"),
            new Mark("MongoServerError", "nodejs"),
            new Mark("MongoParseError", "nodejs"),
            new Mark("MongoDB.Driver.", "dotnet"),
            new Mark("MongoDB\\Driver", "php"),
            new Mark("mongodump", "dbtools"),
            new Mark("mongorestore", "dbtools"),
            new Mark("mongo-go-driver", "go"),
            new Mark("go.mongodb.org", "go"),
            new Mark("current topology: {", "go"),
            new Mark("Kind: ServerSelection", "rust"));

    private Drivers() {}

    static @Nullable Driver of(String text, @Nullable String said) {
        return MARKS.stream()
                .filter(mark -> text.contains(mark.literal()))
                .findFirst()
                .map(mark -> new Driver(mark.name(), null))
                .orElse(said == null ? null : new Driver(said, null));
    }
}
