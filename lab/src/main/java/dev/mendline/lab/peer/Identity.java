package dev.mendline.lab.peer;

import dev.mendline.model.probe.Node;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** What a peer says that it is, whenever it is greeted; the variations lie in one thing each. */
@FunctionalInterface
public interface Identity {
    /** The answer to {@code hello} but for {@code ok}, a new one for each call. */
    BsonDocument hello();

    /** The same of another age: which wire versions it speaks. */
    default Identity speaking(int minWireVersion, int maxWireVersion) {
        return () -> hello().append("minWireVersion", new BsonInt32(minWireVersion))
                .append("maxWireVersion", new BsonInt32(maxWireVersion));
    }

    /** The same with tags to choose it by. */
    default Identity tagged(Map<String, String> tags) {
        return () -> {
            BsonDocument tagSet = new BsonDocument();
            tags.forEach((name, value) -> tagSet.append(name, new BsonString(value)));
            return hello().append("tags", tagSet);
        };
    }

    /** The same with other hosts as the members of its set, wherever they lead. */
    default Identity naming(List<Node> hosts) {
        List<BsonString> names =
                hosts.stream().map(Node::toString).map(BsonString::new).toList();
        return () -> hello().append("hosts", new BsonArray(names));
    }
}
