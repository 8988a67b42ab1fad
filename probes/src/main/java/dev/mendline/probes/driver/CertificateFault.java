package dev.mendline.probes.driver;

import dev.mendline.model.Reason;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;

/** What the JDK found wrong with a certificate first. */
record CertificateFault(Reason reason) {
    static CertificateFault of(CertificateException refusal, X509Certificate[] chain) {
        for (Throwable e = refusal; e != null; e = e.getCause()) {
            if (e instanceof CertificateExpiredException || says(e, CertPathValidatorException.BasicReason.EXPIRED)) {
                return new CertificateFault(Reason.EXPIRED);
            }
            if (e instanceof CertificateNotYetValidException
                    || says(e, CertPathValidatorException.BasicReason.NOT_YET_VALID)) {
                return new CertificateFault(Reason.NOT_YET_VALID);
            }
        }
        // The JDK has no type for a name that does not match; all else that it refuses has a cause or a type of its
        // own.
        if (refusal.getClass() == CertificateException.class && refusal.getCause() == null) {
            return new CertificateFault(Reason.WRONG_NAME);
        }
        return new CertificateFault(signedByItself(chain) ? Reason.SELF_SIGNED : Reason.UNTRUSTED);
    }

    private static boolean says(Throwable e, CertPathValidatorException.Reason reason) {
        return e instanceof CertPathValidatorException path && path.getReason() == reason;
    }

    private static boolean signedByItself(X509Certificate[] chain) {
        return chain.length == 1 && chain[0].getSubjectX500Principal().equals(chain[0].getIssuerX500Principal());
    }
}
