package dev.mendline.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.net.Ports;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

class DnsFaultTest {
    private static final String AMBER = "_mongodb._tcp.amber.q7f3k.mongodb.test";
    private static final String NODE = "n0.q7f3k.mongodb.test";
    private static final String OTHER = "n0.x9z2m.mongodb.test";
    private static final ZoneData DATA = ZoneData.of(
            AMBER + " SRV 0 0 27017 " + NODE + ".", NODE + " A 127.0.0.1", NODE + " AAAA ::1", OTHER + " A 127.0.0.1");
    private static final int QUICK = 300;

    private DnsServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private void serve(DnsResponder answering) throws IOException {
        server = DnsServer.start(answering);
    }

    @Test
    void each_error_code_comes_over_both_transports() throws Exception {
        for (Map.Entry<DnsFault, Integer> each : Map.of(
                        DnsFault.nxdomain(), Rcode.NXDOMAIN,
                        DnsFault.noData(), Rcode.NOERROR,
                        DnsFault.servfail(), Rcode.SERVFAIL,
                        DnsFault.refused(), Rcode.REFUSED,
                        DnsFault.rcode(Rcode.NOTIMP), Rcode.NOTIMP)
                .entrySet()) {
            try (DnsServer failing = DnsServer.start(DATA.with(each.getKey()))) {
                server = failing;
                for (Message reply : List.of(udp(NODE, Type.A), tcp(NODE, Type.A))) {
                    assertThat(reply.getRcode()).isEqualTo(each.getValue());
                    assertThat(reply.getSection(Section.ANSWER)).isEmpty();
                }
            }
        }
    }

    @Test
    void a_fault_holds_for_the_names_of_one_deployment_only() throws Exception {
        serve(DATA.when(query -> query.asks("N0.Q7F3K.mongodb.test.") || query.asks(AMBER), DnsFault.nxdomain()));

        assertThat(udp(NODE, Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(udp(AMBER, Type.SRV).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(udp(OTHER, Type.A).getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void a_fault_holds_for_one_record_type_of_one_name_only() throws Exception {
        serve(DATA.when(query -> query.asks(NODE) && query.type().equals("AAAA"), DnsFault.servfail()));

        assertThat(udp(NODE, Type.AAAA).getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(udp(NODE, Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(udp(OTHER, Type.AAAA).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void silence_keeps_both_transports_waiting() throws Exception {
        serve(DATA.with(DnsFault.silence()));

        assertThatThrownBy(() -> udp(NODE, Type.A)).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> tcp(NODE, Type.A)).isInstanceOf(SocketTimeoutException.class);
        assertThat(server.queries()).hasSize(2);
    }

    @Test
    void hanging_up_ends_the_connection_without_an_answer() throws Exception {
        serve(DATA.with(DnsFault.hangUp()));

        assertThatThrownBy(() -> tcp(NODE, Type.A)).isInstanceOf(EOFException.class);
    }

    @Test
    void what_udp_cuts_or_loses_tcp_brings_whole() throws Exception {
        for (DnsFault fault : List.of(DnsFault.truncated(), DnsFault.lostOverUdp())) {
            try (DnsServer lossy = DnsServer.start(DATA.with(fault))) {
                server = lossy;
                assertThat(data(tcp(NODE, Type.A))).containsExactly("127.0.0.1");
            }
        }
        serve(DATA.with(DnsFault.truncated()));
        assertThat(udp(NODE, Type.A).getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(new JndiDns(server.endpoint()).lookupByName(NODE)).containsExactly(Ports.loopback());
    }

    @Test
    void a_name_server_without_tcp_refuses_there_and_a_driver_takes_what_udp_brought() throws Exception {
        server = DnsServer.startWithoutTcp(DATA.when(query -> query.type().equals("SRV"), DnsFault.truncated()));

        assertThat(data(udp(NODE, Type.A))).containsExactly("127.0.0.1");
        assertThatThrownBy(() -> tcp(NODE, Type.A)).isInstanceOf(ConnectException.class);
        assertThat(new JndiDns(server.endpoint()).getResourceRecordData(AMBER, "SRV"))
                .isEmpty();
    }

    @Test
    void a_slow_answer_comes_late_and_holds_up_no_other() throws Exception {
        Duration delay = Duration.ofMillis(150);
        serve(DATA.when(query -> query.asks(NODE), DnsFault.slow(delay)));
        try (DatagramSocket first = new DatagramSocket();
                DatagramSocket second = new DatagramSocket()) {
            long start = System.nanoTime();
            send(first, NODE, Type.A);
            send(second, OTHER, Type.A);

            assertThat(data(received(second))).hasSize(1);
            assertThat(System.nanoTime() - start).isLessThan(delay.toNanos());
            assertThat(data(received(first))).hasSize(1);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(delay.toNanos());
        }
    }

    @Test
    void nobody_can_read_a_malformed_answer() throws Exception {
        serve(DATA.with(DnsFault.malformed()));

        assertThatThrownBy(() -> udp(NODE, Type.A)).isInstanceOf(WireParseException.class);
    }

    @Test
    void aliases_are_followed_to_the_address_or_to_their_end() throws Exception {
        serve(ZoneData.of(
                "a.test CNAME b.test", "b.test CNAME c.test.", "c.test A 127.0.0.1", "lost.test CNAME gone.example"));

        assertThat(data(udp("a.test", Type.A))).containsExactly("b.test.", "c.test.", "127.0.0.1");
        assertThat(data(udp("a.test", Type.CNAME))).containsExactly("b.test.");
        assertThat(udp("lost.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(udp("a.test", Type.TXT).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(new JndiDns(server.endpoint()).lookupByName("a.test")).containsExactly(Ports.loopback());
    }

    @Test
    void aliases_that_point_at_each_other_come_to_an_end() throws Exception {
        serve(ZoneData.of("a.test CNAME b.test", "b.test CNAME a.test"));

        assertThat(udp("a.test", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void a_name_without_addresses_has_the_text_of_the_c_library() throws Exception {
        serve(DATA.with(DnsFault.noData()));

        assertThatThrownBy(() -> new JndiDns(server.endpoint()).lookupByName(NODE))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage(NODE + ": No address associated with hostname");
    }

    private static List<String> data(Message reply) {
        return reply.getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .toList();
    }

    private static byte[] question(String name, int type) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name + "."), type, DClass.IN))
                .toWire();
    }

    private Message udp(String name, int type) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            send(socket, name, type);
            return received(socket);
        }
    }

    private void send(DatagramSocket socket, String name, int type) throws IOException {
        byte[] question = question(name, type);
        socket.setSoTimeout(QUICK);
        socket.send(
                new DatagramPacket(question, question.length, server.endpoint().socketAddress()));
    }

    private static Message received(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        socket.receive(packet);
        return new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    private Message tcp(String name, int type) throws IOException {
        try (Socket socket = new Socket(Ports.loopback(), server.endpoint().port())) {
            socket.setSoTimeout(QUICK);
            byte[] question = question(name, type);
            socket.getOutputStream().write(new byte[] {0, (byte) question.length});
            socket.getOutputStream().write(question);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new Message(in.readNBytes(in.readUnsignedShort()));
        }
    }
}
