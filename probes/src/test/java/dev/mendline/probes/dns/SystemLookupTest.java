package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.probe.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SystemLookupTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static SystemLookup.Answer ask(SystemLookup lookup, String host) throws InterruptedException {
        return lookup.start(host, LIMIT).await();
    }

    @Test
    void finds_localhost_as_programs_on_this_host_do() throws Exception {
        SystemLookup.Answer answer = ask(SystemLookup.OF_THIS_HOST, "localhost");

        assertThat(answer.good()).isTrue();
        assertThat(answer.addresses()).contains(InetAddress.getByName("127.0.0.1"));
        assertThat(answer.line()).matches("  this host's own lookup: .*127\\.0\\.0\\.1.* \\(\\d+ ms\\)");
    }

    /** The JDK gives the very objects that it remembers. */
    @Test
    void the_jdk_remembers_each_spelling_by_itself() throws Exception {
        InetAddress remembered = InetAddress.getByName("localhost");

        assertThat(InetAddress.getByName("localhost")).isSameAs(remembered);
        assertThat(InetAddress.getByName("lOcalhost")).isNotSameAs(remembered);
    }

    @Test
    void asks_with_another_spelling_each_time() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        SystemLookup lookup = new SystemLookup(host -> {
            asked.add(host);
            return new InetAddress[] {InetAddress.getByName("192.0.2.1")};
        });
        for (int turn = 0; turn < 100; turn++) {
            assertThat(ask(lookup, "n0.q7f3k.mongodb.net").addresses().get(0).getHostName())
                    .isEqualTo("n0.q7f3k.mongodb.net");
        }

        assertThat(asked).hasSize(100).doesNotHaveDuplicates().doesNotContain("n0.q7f3k.mongodb.net");
        assertThat(asked).allMatch(host -> host.toLowerCase(Locale.ROOT).equals("n0.q7f3k.mongodb.net"));
    }

    /** As the C library of Alpine reads its hosts file. */
    @Test
    void finds_a_name_where_case_matters() throws Exception {
        SystemLookup strict = new SystemLookup(host -> {
            if (host.equals("db")) {
                return new InetAddress[] {InetAddress.getByName("192.0.2.1")};
            }
            throw new UnknownHostException(host + ": Name does not resolve");
        });

        assertThat(ask(strict, "db").addresses()).containsExactly(InetAddress.getByName("192.0.2.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "Name or service not known, NXDOMAIN",
        "nodename nor servname provided or not known, NXDOMAIN",
        "No address associated with hostname, NODATA",
        "Temporary failure in name resolution, SERVFAIL",
        "Non-recoverable failure in name resolution, SERVFAIL",
        "Try again, SERVFAIL",
    })
    void reads_the_c_librarys_words(String words, Reason status) throws Exception {
        SystemLookup failing = new SystemLookup(host -> {
            throw new UnknownHostException(host + ": " + words);
        });

        assertThat(ask(failing, "db.example").status()).isEqualTo(status);
    }

    @Test
    void gives_up_on_a_lookup_that_does_not_end() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        SystemLookup endless = new SystemLookup(host -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody can interrupt a lookup", e);
            }
            return new InetAddress[0];
        });
        try {
            SystemLookup.Answer answer =
                    endless.start("db", Duration.ofMillis(100)).await();

            assertThat(answer.status()).isEqualTo(Reason.TIMED_OUT);
            assertThat(answer.millis()).isBetween(99L, 1000L);
        } finally {
            end.countDown();
        }
    }
}
