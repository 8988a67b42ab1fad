package dev.mendline.lab.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class WireMessageTest {
    private static final int OP_QUERY = 2004;

    @Test
    void the_database_of_an_old_drivers_command_is_that_of_its_collection() throws Exception {
        WireMessage message = WireMessage.read(query("admin.$cmd", new BsonDocument("saslStart", new BsonInt32(1))));

        assertThat(message.legacy()).isTrue();
        assertThat(message.command().getFirstKey()).isEqualTo("saslStart");
        assertThat(message.command().getString("$db").getValue()).isEqualTo("admin");
    }

    private static DataInputStream query(String collection, BsonDocument command) {
        byte[] name = (collection + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer body = new RawBsonDocument(command, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        int length = 16 + 4 + name.length + 8 + body.remaining();
        ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(length).putInt(7).putInt(0).putInt(OP_QUERY);
        message.putInt(0).put(name).putInt(0).putInt(-1).put(body);
        return new DataInputStream(new ByteArrayInputStream(message.array()));
    }
}
