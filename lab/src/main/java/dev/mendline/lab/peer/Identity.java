package dev.mendline.lab.peer;

import dev.mendline.model.probe.Node;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Identity of a peer in its {@code hello} answers; methods vary one property each. */
@FunctionalInterface
public interface Identity {
    /** Returns a new answer to {@code hello}, without {@code ok}. */
    BsonDocument hello();

    /** Returns this identity with a range of wire versions. */
    default Identity speaking(int minWireVersion, int maxWireVersion) {
        return () -> hello().append("minWireVersion", new BsonInt32(minWireVersion))
                .append("maxWireVersion", new BsonInt32(maxWireVersion));
    }

    /** Returns this identity with other hosts as members of its set. */
    default Identity naming(List<Node> hosts) {
        List<BsonString> names =
                hosts.stream().map(Node::toString).map(BsonString::new).toList();
        return () -> hello().append("hosts", new BsonArray(names));
    }
}
