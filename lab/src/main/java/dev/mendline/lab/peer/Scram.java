package dev.mendline.lab.peer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Server side of a SCRAM-SHA-256 conversation (RFC 5802, RFC 7677) with a single user. */
public final class Scram {
    private static final int ITERATIONS = 4096;
    private static final byte[] SALT = "a salt for all of them".getBytes(StandardCharsets.US_ASCII);

    private static final String SOURCE = "admin";
    private static final List<String> ROLES = List.of("readWriteAnyDatabase", "clusterMonitor");

    private final String user;
    private final String password;
    private final ServerError refusal;
    private String firstMessages = "";
    private boolean loggedIn;

    /**
     * Creates a server with one user in the database admin that rejects logins like Atlas.
     *
     * @param password ASCII, so that no preparation is needed (RFC 4013)
     */
    public Scram(String user, String password) {
        this(user, password, ServerError.BAD_AUTH);
    }

    /**
     * Creates a server with one user in the database admin.
     *
     * @param refusal error for every rejected login
     */
    public Scram(String user, String password, ServerError refusal) {
        this.user = user;
        this.password = password;
        this.refusal = refusal;
    }

    public BsonDocument start(BsonDocument command) {
        String bare = payload(command).replaceFirst("^n,,", "");
        Map<String, String> client = attributes(bare);
        if (!user.equals(client.get("n")) || !SOURCE.equals(source(command))) {
            return refusal.to(command);
        }
        String first = "r=" + client.get("r") + UUID.randomUUID() + ",s="
                + Base64.getEncoder().encodeToString(SALT) + ",i=" + ITERATIONS;
        firstMessages = bare + "," + first + ",";
        return reply(first, false);
    }

    public BsonDocument finish(BsonDocument command) {
        String last = payload(command);
        int proofAt = last.indexOf(",p=");
        if (firstMessages.isEmpty() || proofAt < 0) {
            return refusal.to(command);
        }
        try {
            String signed = firstMessages + last.substring(0, proofAt);
            byte[] salted = salted();
            byte[] clientKey = hmac(salted, "Client Key");
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(clientKey);
            byte[] proof = xor(clientKey, hmac(stored, signed));
            if (!MessageDigest.isEqual(proof, Base64.getDecoder().decode(last.substring(proofAt + 3)))) {
                return refusal.to(command);
            }
            loggedIn = true;
            byte[] signature = hmac(hmac(salted, "Server Key"), signed);
            return reply("v=" + Base64.getEncoder().encodeToString(signature), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    boolean loggedIn() {
        return loggedIn;
    }

    /** Returns the user as in {@code connectionStatus}. */
    BsonArray who() {
        return inAdmin("user", List.of(user));
    }

    /** Returns the roles as in {@code connectionStatus}. */
    BsonArray roles() {
        return inAdmin("role", ROLES);
    }

    private BsonArray inAdmin(String what, List<String> names) {
        return new BsonArray(names.stream()
                .filter(name -> loggedIn)
                .map(name -> new BsonDocument(what, new BsonString(name)).append("db", new BsonString(SOURCE)))
                .toList());
    }

    private static String source(BsonDocument command) {
        return command.getString("$db", new BsonString("")).getValue();
    }

    private static BsonDocument reply(String payload, boolean done) {
        return new BsonDocument("conversationId", new BsonInt32(1))
                .append("done", BsonBoolean.valueOf(done))
                .append("payload", new BsonBinary(payload.getBytes(StandardCharsets.UTF_8)))
                .append("ok", new BsonDouble(1));
    }

    private static String payload(BsonDocument command) {
        return new String(command.getBinary("payload").getData(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> attributes(String message) {
        Map<String, String> attributes = new TreeMap<>();
        for (String attribute : message.split(",", -1)) {
            int equals = attribute.indexOf('=');
            if (equals > 0) {
                attributes.put(attribute.substring(0, equals), attribute.substring(equals + 1));
            }
        }
        return attributes;
    }

    private byte[] salted() throws GeneralSecurityException {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, 256))
                .getEncoded();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] both = new byte[a.length];
        for (int i = 0; i < a.length; i++) {
            both[i] = (byte) (a[i] ^ b[i]);
        }
        return both;
    }
}
