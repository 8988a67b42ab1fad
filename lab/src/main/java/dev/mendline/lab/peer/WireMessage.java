package dev.mendline.lab.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BSONException;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

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
        try {
            return parse(ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IllegalArgumentException | BSONException e) {
            throw new IOException("not a MongoDB message", e);
        }
    }

    private static WireMessage parse(ByteBuffer message) throws IOException {
        int requestId = message.getInt();
        message.getInt();
        return switch (message.getInt()) {
            case OP_QUERY -> query(requestId, message);
            case OP_MSG -> message(requestId, message);
            default -> throw new IOException("an operation that ended with MongoDB 5.1");
        };
    }

    private static WireMessage query(int requestId, ByteBuffer message) {
        message.getInt();
        String database = database(message);
        message.getLong();
        BsonDocument command = document(message);
        command.putIfAbsent("$db", new BsonString(database));
        return new WireMessage(requestId, true, true, command);
    }

    /**
     * Returns the first part of the collection's name, {@code admin.$cmd}, the only place of the database in old
     * drivers.
     */
    private static String database(ByteBuffer message) {
        StringBuilder collection = new StringBuilder();
        for (byte next = message.get(); next != 0; next = message.get()) {
            collection.append((char) next);
        }
        return collection.substring(0, Math.max(0, collection.indexOf(".")));
    }

    private static WireMessage message(int requestId, ByteBuffer message) {
        int flags = message.getInt();
        while (message.get() != 0) {
            int sequence = message.position() + message.getInt(message.position());
            message.position(sequence);
        }
        return new WireMessage(requestId, false, (flags & MORE_TO_COME) == 0, document(message));
    }

    private static BsonDocument document(ByteBuffer message) {
        try (BsonBinaryReader reader = new BsonBinaryReader(message.slice().order(ByteOrder.LITTLE_ENDIAN))) {
            return BSON.decode(reader, DecoderContext.builder().build());
        }
    }

    /** Returns the bytes of the answer to this request. */
    public byte[] reply(BsonDocument answer) {
        byte[] body = bytes(answer);
        int length = HEADER + (legacy ? 20 : 5) + body.length;
        ByteBuffer reply = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        reply.putInt(length).putInt(requestId + 1).putInt(requestId);
        if (legacy) {
            reply.putInt(OP_REPLY).putInt(AWAIT_CAPABLE).putLong(0).putInt(0).putInt(1);
        } else {
            reply.putInt(OP_MSG).putInt(0).put((byte) 0);
        }
        return reply.put(body).array();
    }

    private static byte[] bytes(BsonDocument document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            BSON.encode(writer, document, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }
}
