package dev.mendline.engine.recognition;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number of a TLS alert (RFC 8446, section 6), by number or in the words of OpenSSL, Java, Go or .NET. */
final class Alert {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
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
            Map.entry("certificaterequired", 116));
    private static final int MAX = 255;

    private Alert() {}

    static @Nullable Integer of(@Nullable String said) {
        if (said == null || !said.matches("[0-9]{1,3}")) {
            return said == null ? null : WORDS.get(said.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
        }
        int number = Integer.parseInt(said);
        return number <= MAX ? number : null;
    }
}
