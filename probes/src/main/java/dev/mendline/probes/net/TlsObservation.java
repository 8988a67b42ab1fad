package dev.mendline.probes.net;

import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of one handshake with a node.
 *
 * @param verification null if no certificate was presented
 */
record TlsObservation(
        Node node,
        String address,
        TlsHandshake handshake,
        @Nullable ChainVerification verification) {
    /** Returns the facts of a node of which no address opened. */
    static TlsFacts none(Node node) {
        return new TlsFacts(node.host(), node.port(), null, null, null, List.of(), "", false, false, false);
    }

    TlsFacts facts() {
        PresentedChain shown = new PresentedChain(handshake.chain());
        return new TlsFacts(
                node.host(),
                node.port(),
                address,
                handshake.protocol(),
                handshake.alert(),
                shown.facts(),
                shown.issuer(),
                verification != null && verification.trusted(),
                verification != null && verification.nameMatches(),
                verification != null && verification.inDate());
    }

    /** Returns the handshake's fault before the certificate's, because it says more. */
    Outcome outcome() {
        Reason fault = handshake.fault();
        if (fault == null && verification != null) {
            fault = verification.fault().orElse(null);
        }
        if (fault == null) {
            return new Outcome.Passed();
        }
        return fault == Reason.OTHER ? new Outcome.Inconclusive(fault) : new Outcome.Failed(fault);
    }

    List<String> transcript() {
        List<String> lines = new ArrayList<>();
        lines.add("TLS with " + address + " port " + node.port() + ", server name " + node.host() + ": "
                + handshake.words() + " (" + handshake.millis() + " ms)");
        lines.addAll(new PresentedChain(handshake.chain()).transcript());
        if (verification != null) {
            lines.add("Verification: " + verification.words(node.host()));
        }
        return lines;
    }
}
