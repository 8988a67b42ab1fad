package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Front;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.ServerIdentity;
import dev.mendline.lab.tls.TlsFront;
import dev.mendline.lab.tls.Validity;

/** What a connection to a deployment's node meets before MongoDB's protocol. */
@FunctionalInterface
interface Fronts {
    Front of(NodeContext setting);

    /** TLS with a certificate of the authority that everybody trusts. */
    static Fronts trusted() {
        return setting ->
                TlsFront.of(setting.authority().issue(setting.cluster().names()));
    }

    static Fronts expired() {
        return setting -> TlsFront.of(
                setting.authority().issue(Validity.EXPIRED, setting.cluster().names()));
    }

    /** A certificate of someone else's deployment. */
    static Fronts misnamed() {
        return setting ->
                TlsFront.of(setting.authority().issue("*." + setting.cluster().neighbour()));
    }

    static Fronts selfSigned() {
        return setting ->
                TlsFront.of(ServerIdentity.selfSigned(setting.cluster().names()));
    }

    /** A box on the way that opens TLS and shows a certificate of its own authority. */
    static Fronts intercepted() {
        return setting -> TlsFront.of(Authority.create("Perimeter Issuing CA 2")
                .issue(setting.cluster().names()));
    }

    static Fronts alerting(int number) {
        return setting -> TlsFront.alerting(number);
    }

    /** Knows nodes by their names only, as the proxies before shared clusters do. */
    static Fronts byName() {
        return setting -> TlsFront.requiringSni(
                setting.authority().issue(setting.cluster().names()));
    }

    /** Lets only so many connections in at once. */
    default Fronts limitedTo(int places) {
        return setting -> new ConnectionLimit(places, of(setting));
    }
}
