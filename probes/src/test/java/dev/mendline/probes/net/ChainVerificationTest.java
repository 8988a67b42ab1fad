package dev.mendline.probes.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.ServerIdentity;
import dev.mendline.lab.tls.Validity;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainVerificationTest {
    private static final Authority LAB = Authority.create("Lab authority");
    private static final String HOST = "node.example";

    private static ChainVerification verify(List<X509Certificate> chain, X509Certificate... authorities) {
        return ChainVerification.of(chain, HOST, new TrustedAuthorities(Set.of(authorities)), Lookout.NOW);
    }

    @Test
    void an_extra_certificate_that_has_run_out_does_no_harm() {
        X509Certificate extra =
                Authority.create("Old").issue(Validity.EXPIRED, "x").chain().get(0);
        ChainVerification verification = verify(List.of(LAB.issue(HOST).chain().get(0), extra), LAB.certificate());

        assertThat(verification.fault()).isEmpty();
        assertThat(verification.inDate()).isTrue();
    }

    @Test
    void a_self_signed_certificate_that_the_operator_trusts_is_good() {
        ServerIdentity own = ServerIdentity.selfSigned(HOST);

        assertThat(verify(own.chain(), own.chain().get(0)).fault()).isEmpty();
        assertThat(verify(own.chain(), LAB.certificate()).fault()).contains(Reason.SELF_SIGNED);
    }

    @Test
    void an_authority_of_the_same_name_is_another_one() {
        assertThat(verify(Authority.create("Lab authority").issue(HOST).chain(), LAB.certificate())
                        .fault())
                .contains(Reason.UNTRUSTED);
    }

    @Test
    void nobody_is_trusted_where_there_is_no_authority() {
        assertThat(verify(LAB.issue(HOST).chain()).fault()).contains(Reason.UNTRUSTED);
    }

    @Test
    void whoever_is_unknown_and_run_out_is_unknown_first() {
        ChainVerification verification =
                verify(Authority.create("Other").issue(Validity.EXPIRED, "x").chain());

        assertThat(verification.fault()).contains(Reason.UNTRUSTED);
        assertThat(verification.inDate()).isFalse();
        assertThat(verification.words(HOST))
                .isEqualTo("not issued by an authority that is trusted here; certificate has expired; not valid for "
                        + HOST);
    }

    @Test
    void an_address_is_looked_for_among_the_addresses() {
        CertifiedNames names = CertifiedNames.of(
                LAB.issue(HOST, "127.0.0.1", "fd00::7").chain().get(0));

        assertThat(names.hold("127.0.0.1")).isTrue();
        assertThat(names.hold("fd00:0::7")).isTrue();
        assertThat(names.hold("127.0.0.2")).isFalse();
        assertThat(names.hold(HOST)).isTrue();
        assertThat(names.all()).containsExactly(HOST, "127.0.0.1", "fd00:0:0:0:0:0:0:7");
    }

    @Test
    void the_jdk_brings_authorities() throws Exception {
        assertThat(TrustedAuthorities.of(null).authorities()).isNotEmpty();
    }
}
