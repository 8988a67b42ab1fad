package dev.mendline.lab.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.bson.BSONException;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.ByteBufNIO;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.BsonInput;
import org.bson.io.ByteBufferBsonInput;

/**
 * Request in MongoDB's wire protocol (mongodb.com/docs, reference/mongodb-wire-protocol).
 *
 * @param legacy true if it is an OP_QUERY and needs an OP_REPLY
 * @param command body; document sequences are ignored
 */
public record WireMessage(int requestId, boolean legacy, boolean wantsReply, BsonDocument command) {
    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int MORE_TO_COME = 2;
    private static final int AWAIT_CAPABLE = 8;
    private static final int LONGEST = 48_000_000;
    private static final BsonDocumentCodec BSON = new BsonDocumentCodec();

    /** Reads the next request; an unknown message ends the conversation. */
    public static WireMessage read(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < HEADER || length > LONGEST) {
            throw new IOException("not a MongoDB message");
        }
        byte[] rest = new byte[length - Integer.BYTES];
        in.readFully(rest);
        try (ByteBufferBsonInput message = new ByteBufferBsonInput(new ByteBufNIO(ByteBuffer.wrap(rest)))) {
            return parse(message);
        } catch (BufferUnderflowException | IllegalArgumentException | BSONException e) {
            throw new IOException("not a MongoDB message", e);
        }
    }

    private static WireMessage parse(BsonInput message) throws IOException {
        int requestId = message.readInt32();
        message.readInt32();
        return switch (message.readInt32()) {
            case OP_QUERY -> query(requestId, message);
            case OP_MSG -> message(requestId, message);
            default -> throw new IOException("an operation that ended with MongoDB 5.1");
        };
    }

    /** Reads the database from the collection's name, {@code admin.$cmd}, its only place in old drivers. */
    private static WireMessage query(int requestId, BsonInput message) {
        message.readInt32();
        String collection = message.readCString();
        message.readInt64();
        BsonDocument command = document(message);
        String database = collection.substring(0, Math.max(0, collection.indexOf('.')));
        command.putIfAbsent("$db", new BsonString(database));
        return new WireMessage(requestId, true, true, command);
    }

    private static WireMessage message(int requestId, BsonInput message) {
        int flags = message.readInt32();
        while (message.readByte() != 0) {
            message.skip(message.readInt32() - Integer.BYTES);
        }
        return new WireMessage(requestId, false, (flags & MORE_TO_COME) == 0, document(message));
    }

    private static BsonDocument document(BsonInput message) {
        return BSON.decode(
                new BsonBinaryReader(message), DecoderContext.builder().build());
    }

    /** Returns the bytes of the answer to this request. */
    public byte[] reply(BsonDocument answer) {
        try (BasicOutputBuffer reply = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(reply)) {
            reply.writeInt32(0);
            reply.writeInt32(requestId + 1);
            reply.writeInt32(requestId);
            reply.writeInt32(legacy ? OP_REPLY : OP_MSG);
            reply.writeInt32(legacy ? AWAIT_CAPABLE : 0);
            if (legacy) {
                reply.writeInt64(0);
                reply.writeInt32(0);
                reply.writeInt32(1);
            } else {
                reply.writeByte(0);
            }
            BSON.encode(writer, answer, EncoderContext.builder().build());
            reply.writeInt32(0, reply.getSize());
            return reply.toByteArray();
        }
    }
}
