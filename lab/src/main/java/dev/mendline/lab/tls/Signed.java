package dev.mendline.lab.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Certificate to be signed.
 *
 * @param names subject alternative names; none for an authority
 */
record Signed(X500Name subject, List<String> names, Validity validity) {
    private static final SecureRandom SERIALS = new SecureRandom();

    Signed {
        names = List.copyOf(names);
    }

    static Signed authority(String commonName) {
        return new Signed(name(commonName), List.of(), Validity.CURRENT);
    }

    static Signed server(Validity validity, String... names) {
        return new Signed(name(names.length == 0 ? "" : names[0]), List.of(names), validity);
    }

    /** Returns a name of any length; RFC 5280 allows 64 characters, but not all issuers comply. */
    private static X500Name name(String commonName) {
        return new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String(commonName))
                .build();
    }

    /** Generates a key pair on the curve P-256 within a millisecond; RSA takes hundreds. */
    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate by(X500Name issuer, PrivateKey signer, PublicKey key) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, SERIALS),
                Date.from(validity.notBefore()),
                Date.from(validity.notAfter()),
                subject,
                key);
        try {
            extend(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void extend(X509v3CertificateBuilder builder) throws IOException {
        if (names.isEmpty()) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return;
        }
        Stream<GeneralName> made = names.stream().map(Signed::alternative);
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(made.toArray(GeneralName[]::new)));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    }

    private static GeneralName alternative(String name) {
        boolean address = name.matches("[0-9.]+|.*:.*");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }
}
