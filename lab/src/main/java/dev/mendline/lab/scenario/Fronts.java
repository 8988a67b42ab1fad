package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Front;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.ServerIdentity;
import dev.mendline.lab.tls.TlsFront;
import dev.mendline.lab.tls.Validity;

/** Fronts of a deployment's nodes: the stage before MongoDB's protocol. */
@FunctionalInterface
interface Fronts {
    Front of(NodeContext setting);

    /** TLS with a certificate of the trusted authority. */
    static Fronts trusted() {
        return setting ->
                TlsFront.of(setting.authority().issue(setting.cluster().names()));
    }

    static Fronts expired() {
        return setting -> TlsFront.of(
                setting.authority().issue(Validity.EXPIRED, setting.cluster().names()));
    }

    /** TLS with a certificate of another customer's deployment. */
    static Fronts misnamed() {
        return setting ->
                TlsFront.of(setting.authority().issue("*." + setting.cluster().neighbour()));
    }

    static Fronts selfSigned() {
        return setting ->
                TlsFront.of(ServerIdentity.selfSigned(setting.cluster().names()));
    }

    /** TLS interception: a certificate of an unknown authority. */
    static Fronts intercepted() {
        return setting -> TlsFront.of(Authority.create("Perimeter Issuing CA 2")
                .issue(setting.cluster().names()));
    }

    static Fronts alerting(int number) {
        return setting -> TlsFront.alerting(number);
    }

    /** TLS that requires the server name, like the proxies of shared clusters. */
    static Fronts byName() {
        return setting -> TlsFront.requiringSni(
                setting.authority().issue(setting.cluster().names()));
    }

    /** Limits the number of concurrent connections. */
    default Fronts limitedTo(int places) {
        return setting -> new ConnectionLimit(places, of(setting));
    }
}
