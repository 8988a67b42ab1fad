package dev.mendline.probes.uri;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.config.Secret;
import dev.mendline.model.facts.UriFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriProbeTest extends ProbeContract {
    @Override
    public String id() {
        return "uri";
    }

    /** It asks no one, and no request carries a connection string. */
    @Override
    public Reason expected(Reason resolvers) {
        return Reason.NOTHING_TO_PROBE;
    }

    /** It asks no resolver. */
    private static Finding uri(String string) {
        return Lookout.at(new Endpoint("127.0.0.1", 53)).run("uri", Secret.of(string));
    }

    private static UriFacts facts(String string) {
        return (UriFacts) uri(string).facts();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb+srv://amber.q7f3k.mongodb.net",
                "mongodb+srv://u:p@amber.q7f3k.mongodb.net/test?retryWrites=true&w=majority",
                "mongodb://u:p%40%2F%3a@a.example:27017,b.example:27018/?replicaSet=rs0",
                "mongodb://localhost",
                "mongodb://10.0.0.1:27017,[::1]:27018/",
                "mongodb://%2Ftmp%2Fmongodb-27017.sock",
                "mongodb://u:p@a.example?appName=x@y",
                "mongodb://a.example/?appName=x@y",
                "mongodb://a.example,b.example/?directConnection=false&w=majority&readPreferenceTags=dc:ny",
                "mongodb://a.example/?MAXPOOLSIZE=%35&RetryWrites=False;tls=true&ssl=true&&",
                "mongodb+srv://a.b.example/?srvMaxHosts=2&srvServiceName=mongo&directConnection=false",
                "mongodb+srv://a.b.example/?authMechanismProperties=SERVICE_NAME:x&timeoutMS=-1",
                "mongodb://a.example/?loadBalanced=true&srvMaxHosts_=x",
            })
    void passes_what_drivers_accept(String string) {
        assertThat(uri(string).outcome()).isEqualTo(Outcome.Kind.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cluster0.ab1cd.mongodb.net            | It does not start with mongodb:// or mongodb+srv://",
                "mongo://u:p@h.example                 | It does not start with mongodb:// or mongodb+srv://",
                "mongodb://                            | It names no host",
                "mongodb://u:p@/db                     | It names no host",
                "mongodb://@h.example                  | The user name before @ is empty",
                "mongodb://h.example:99999             | A host or its port cannot be read",
                "mongodb://a.example,,b.example        | A host or its port cannot be read",
                "mongodb://user:hunter2                | A host or its port cannot be read",
                "mongodb+srv://a.b.example,c.b.example | mongodb+srv needs exactly one host",
                "mongodb+srv://a.b.example:27017       | mongodb+srv must have no port",
            })
    void says_what_is_wrong_with_the_form(String string, String flaw) {
        Finding finding = uri(string);

        assertThat(finding.reason()).isEqualTo(Reason.BAD_SYNTAX);
        assertThat(finding.transcript()).containsExactly(flaw);
    }

    @Test
    void names_a_port_beside_srv() {
        assertThat(facts("mongodb+srv://u:p@a.b.example:27017"))
                .isEqualTo(new UriFacts("mongodb+srv", true, List.of(), 1, true, true, false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {":", "/", "?", "#", "[", "]", "@", "!", "$", "&", "'", "(", ")", "*", ",", ";", "=", "%", " "})
    void finds_each_reserved_character_in_user_and_password(String reserved) {
        Finding inPassword = uri("mongodb+srv://amber:pa" + reserved + "zz@" + Lookout.TARGET);

        assertThat(inPassword.reason()).isEqualTo(Reason.UNESCAPED_CREDENTIALS);
        assertThat(((UriFacts) inPassword.facts()).reserved()).containsExactly(reserved);
        assertThat(((UriFacts) inPassword.facts()).hosts()).isEqualTo(1);
        if (!reserved.equals(":")) {
            assertThat(facts("mongodb://am" + reserved + "xyz:pa@h.example").reserved())
                    .containsExactly(reserved);
        }
    }

    @Test
    void names_each_character_once_in_an_order_that_says_nothing_of_the_password() {
        Finding finding = uri("mongodb://u:@a/@b/%zz@h.example/db");

        assertThat(((UriFacts) finding.facts()).reserved()).containsExactly("/", "@", "%");
        assertThat(finding.transcript())
                .containsExactly("User or password contain characters that must be percent-encoded:"
                        + " / as %2F, @ as %40, % as %25");
    }

    @Test
    void takes_a_percent_sign_that_begins_an_escape_for_encoded() {
        assertThat(facts("mongodb://u:100%25%zz@h.example").reserved()).containsExactly("%");
        assertThat(facts("mongodb://u:100%25@h.example").reserved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mongodb     | tls=true&ssl=false                                     | tls and ssl contradict each other",
                "mongodb     | tls=true&TLS=false                                     | tls and ssl contradict each other",
                "mongodb     | tlsInsecure=false&tlsAllowInvalidCertificates=true | tlsInsecure cannot be combined with tlsAllowInvalidCertificates",
                "mongodb     | tlsInsecure=true&tlsallowinvalidhostnames=true     | tlsInsecure cannot be combined with tlsAllowInvalidHostnames",
                "mongodb     | loadBalanced=true&replicaSet=rs0                   | loadBalanced cannot be combined with replicaSet",
                "mongodb     | loadBalanced=true&directConnection=true            | loadBalanced cannot be combined with directConnection",
                "mongodb+srv | directConnection=true                              | directConnection cannot be combined with mongodb+srv",
                "mongodb     | srvMaxHosts=2                                      | srvMaxHosts is only for mongodb+srv",
                "mongodb     | srvServiceName=mongo                               | srvServiceName is only for mongodb+srv",
                "mongodb+srv | srvMaxHosts=-1                                     | srvMaxHosts is below 0",
                "mongodb+srv | srvMaxHosts=2&replicaSet=rs0                       | srvMaxHosts cannot be combined with replicaSet",
                "mongodb+srv | srvMaxHosts=2&loadBalanced=true                    | srvMaxHosts cannot be combined with loadBalanced",
                "mongodb     | maxpoolsize=hunter2                                | maxPoolSize is not an integer",
                "mongodb     | waitQueueTimeoutMS=1.5                             | waitQueueTimeoutMS is not an integer",
                "mongodb     | tls=hunter2                                        | tls is neither true nor false",
                "mongodb     | retryWrites=                                       | retryWrites is neither true nor false",
                "mongodb     | authSource=                                        | authSource is empty",
                "mongodb     | retrywrites                                        | retryWrites has no = and value",
                "mongodb     | hunter2                                            | An option has no = and value",
            })
    void says_which_options_drivers_refuse_by_their_names_alone(String scheme, String options, String flaw) {
        Finding finding = uri(scheme + "://u:p@a.b.example/?" + options);

        assertThat(finding.reason()).isEqualTo(Reason.BAD_SYNTAX);
        assertThat(finding.transcript()).containsExactly(flaw);
        assertThat(finding.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "loadBalanced=true, loadBalanced needs exactly one host",
        "directConnection=true, directConnection needs exactly one host"
    })
    void says_which_options_take_one_host(String options, String flaw) {
        assertThat(uri("mongodb://a.example,b.example/?" + options).transcript())
                .containsExactly(flaw);
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb+srv://a.b.example, true",
        "mongodb+srv://a.b.example/?tls=false, false",
        "mongodb+srv://a.b.example/?ssl=false, false",
        "mongodb://a.example, false",
        "mongodb://a.example/?tls=true, true",
        "mongodb://a.example?SSL=True, true",
        "mongodb://u:p@ss@a.example/db?tls=true, true",
        "mongodb://a.example/?tls=false&appName=tls=true, false",
    })
    void tells_whether_tls_is_on(String string, boolean tls) {
        assertThat(facts(string).tls()).isEqualTo(tls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mongodb://10.0.0.1:27017,a.example | true",
                "mongodb://[fd00::1]:27018          | true",
                "mongodb://a.example,10.example     | false",
                "mongodb://%2Ftmp%2Fmongodb.sock    | false",
            })
    void tells_whether_a_host_is_an_address(String string, boolean addresses) {
        assertThat(facts(string).addresses()).isEqualTo(addresses);
    }

    @Test
    void names_options_that_no_driver_knows_and_nothing_of_what_they_hold() {
        Finding finding = uri("mongodb://u:p@a.example/?retryWrite=hunter2&maxPoolSize=5&hunter 2=x&retryWrite=b&zz=1");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(((UriFacts) finding.facts()).unknownOptions()).containsExactly("retryWrite", "zz");
        assertThat(finding.transcript())
                .containsExactly(
                        "The connection string is well formed",
                        "No driver knows the option retryWrite",
                        "No driver knows the option zz");
        assertThat(finding.toString()).doesNotContain("hunter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://user:hunter2?hunter3=x",
                "mongodb://user:pa@ss?hunter2=x@h.example/?hunter3=x",
                "user:pass@h.example/?hunter2=x",
                "mongodb://h.example:99999/?hunter2=x"
            })
    void names_no_option_of_a_string_that_cannot_be_read(String string) {
        assertThat(facts(string).unknownOptions()).isEmpty();
        assertThat(uri(string).toString()).doesNotContain("hunter");
    }

    @Test
    void keeps_to_ten_unknown_options() {
        String many = IntStream.range(0, 20).mapToObj(n -> "zz" + n + "=1").collect(Collectors.joining("&"));

        assertThat(facts("mongodb://h.example/?" + many).unknownOptions()).hasSize(UriFacts.MAX_OPTIONS);
    }

    /** What this table lacks, a driver would be told not to know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "appName",
                "authMechanism",
                "authMechanismProperties",
                "authSource",
                "compressors",
                "connectTimeoutMS",
                "directConnection",
                "gssapiServiceName",
                "heartbeatFrequencyMS",
                "journal",
                "loadBalanced",
                "localThresholdMS",
                "maxConnecting",
                "maxIdleTimeMS",
                "maxPoolSize",
                "maxStalenessSeconds",
                "minPoolSize",
                "proxyHost",
                "proxyPassword",
                "proxyPort",
                "proxyUsername",
                "readConcernLevel",
                "readPreference",
                "readPreferenceTags",
                "replicaSet",
                "retryReads",
                "retryWrites",
                "serverMonitoringMode",
                "serverSelectionTimeoutMS",
                "serverSelectionTryOnce",
                "socketTimeoutMS",
                "srvMaxHosts",
                "srvServiceName",
                "ssl",
                "timeoutMS",
                "tls",
                "tlsAllowInvalidCertificates",
                "tlsAllowInvalidHostnames",
                "tlsCAFile",
                "tlsCertificateKeyFile",
                "tlsCertificateKeyFilePassword",
                "tlsDisableCertificateRevocationCheck",
                "tlsDisableOCSPEndpointCheck",
                "tlsInsecure",
                "uuidRepresentation",
                "w",
                "waitQueueMultiple",
                "waitQueueTimeoutMS",
                "wtimeoutMS",
                "zlibCompressionLevel"
            })
    void knows_the_options_of_the_manual(String name) {
        assertThat(facts("mongodb+srv://a.b.example/?" + name + "=1").unknownOptions())
                .isEmpty();
    }

    /** The driver on the class path is the judge, where it judges at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tls=true&ssl=false",
                "tlsInsecure=true&tlsAllowInvalidHostnames=true",
                "loadBalanced=true&replicaSet=x",
                "loadBalanced=true&directConnection=true",
                "srvMaxHosts=2",
                "srvServiceName=x",
                "authSource=",
                "maxPoolSize=x",
                "connectTimeoutMS=1.5",
                "foo",
                "tls=true&ssl=true",
                "loadBalanced=false&replicaSet=x",
                "directConnection=true",
                "maxPoolSize=5",
                "foo=bar",
                "authSource=admin",
                "retryWrites=1"
            })
    void judges_as_the_java_driver_does(String options) {
        String string = "mongodb://a.example/?" + options;
        boolean accepted = true;
        try {
            new com.mongodb.ConnectionString(string);
        } catch (IllegalArgumentException e) {
            accepted = false;
        }

        assertThat(uri(string).outcome() == Outcome.Kind.PASSED).isEqualTo(accepted);
    }
}
