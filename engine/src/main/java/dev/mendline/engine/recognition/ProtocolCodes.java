package dev.mendline.engine.recognition;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of a protocol, which texts give as a number or in words. */
final class ProtocolCodes {
    /** DNS response codes (RFC 1035, section 4.1.1). */
    static final ProtocolCodes RCODE = new ProtocolCodes(
            4_095,
            Map.ofEntries(
                    Map.entry("formerr", 1),
                    Map.entry("eformerr", 1),
                    Map.entry("servfail", 2),
                    Map.entry("eservfail", 2),
                    Map.entry("nxdomain", 3),
                    Map.entry("enotfound", 3),
                    Map.entry("notimp", 4),
                    Map.entry("enotimp", 4),
                    Map.entry("refused", 5),
                    Map.entry("erefused", 5)));

    /** TLS alerts (RFC 8446, section 6) in the words of OpenSSL, Java, Go and .NET. */
    static final ProtocolCodes ALERT = new ProtocolCodes(
            255,
            Map.ofEntries(
                    Map.entry("closenotify", 0),
                    Map.entry("unexpectedmessage", 10),
                    Map.entry("badrecordmac", 20),
                    Map.entry("handshakefailure", 40),
                    Map.entry("badcertificate", 42),
                    Map.entry("unsupportedcertificate", 43),
                    Map.entry("certificaterevoked", 44),
                    Map.entry("revokedcertificate", 44),
                    Map.entry("certificateexpired", 45),
                    Map.entry("expiredcertificate", 45),
                    Map.entry("certificateunknown", 46),
                    Map.entry("unknowncertificate", 46),
                    Map.entry("illegalparameter", 47),
                    Map.entry("unknownca", 48),
                    Map.entry("unknowncertificateauthority", 48),
                    Map.entry("accessdenied", 49),
                    Map.entry("decodeerror", 50),
                    Map.entry("decrypterror", 51),
                    Map.entry("errordecrypting", 51),
                    Map.entry("protocolversion", 70),
                    Map.entry("protocolversionnotsupported", 70),
                    Map.entry("insufficientsecurity", 71),
                    Map.entry("internalerror", 80),
                    Map.entry("usercanceled", 90),
                    Map.entry("missingextension", 109),
                    Map.entry("unrecognizedname", 112),
                    Map.entry("certificaterequired", 116)));

    private final int max;
    private final Map<String, Integer> words;

    private ProtocolCodes(int max, Map<String, Integer> words) {
        this.max = max;
        this.words = words;
    }

    /** Returns the code of a number or word, or null if it is out of range or unknown. */
    @Nullable
    Integer of(@Nullable String said) {
        if (said == null) {
            return null;
        }
        if (!said.matches("[0-9]{1,4}")) {
            return words.get(said.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
        }
        int number = Integer.parseInt(said);
        return number <= max ? number : null;
    }
}
