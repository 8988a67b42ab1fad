package dev.mendline.probes.driver;

import com.mongodb.MongoCommandException;
import dev.mendline.model.probe.Reason;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Server's error: its reason, code and code name. The message is read, because Atlas uses one code for several errors,
 * and then dropped, because anybody can run a server and write anything into it.
 */
record ServerReply(
        Reason reason, @Nullable Integer code, @Nullable String codeName) {
    /** UserNotFound, AuthenticationFailed, MechanismUnavailable (MongoDB's error_codes.yml). */
    private static final Set<Integer> LOGIN = Set.of(11, 18, 334);

    private static final int UNAUTHORIZED = 13;
    /** UnsupportedOpQueryCommand, IncompatibleServerVersion. */
    private static final Set<Integer> VERSION = Set.of(352, 188);

    private static final int ATLAS = 8000;
    private static final String NAME = "[A-Za-z]{1,60}";

    static ServerReply of(MongoCommandException e) {
        int code = e.getErrorCode();
        String codeName = e.getErrorCodeName();
        return new ServerReply(
                reason(code, e.getErrorMessage().toLowerCase(Locale.ROOT)),
                code < 0 ? null : code,
                codeName.matches(NAME) ? codeName : null);
    }

    private static Reason reason(int code, String message) {
        if (message.contains("too many open connections")) {
            return Reason.TOO_MANY_CONNECTIONS;
        }
        if (LOGIN.contains(code) || (code == ATLAS && message.contains("auth"))) {
            return Reason.AUTHENTICATION_FAILED;
        }
        if (code == UNAUTHORIZED || (code == ATLAS && message.contains("not allowed"))) {
            return Reason.NOT_AUTHORIZED;
        }
        return VERSION.contains(code) ? Reason.INCOMPATIBLE : Reason.SERVER_ERROR;
    }
}
