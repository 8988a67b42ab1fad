package dev.mendline.lab.scenario;

import dev.mendline.lab.peer.ConnectionLimitReached;
import dev.mendline.lab.peer.Connections;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Identity;
import dev.mendline.lab.peer.Script;
import dev.mendline.lab.peer.ServerError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Scripts of a deployment's nodes, one per connection. */
@FunctionalInterface
interface Scripts {
    /**
     * Returns the scripts of one node.
     *
     * @param me index of the node
     */
    Supplier<Script> of(NodeContext setting, int me);

    static Scripts healthy() {
        return (setting, me) -> () -> new Healthy(setting.member(me), setting.scram());
    }

    /** Healthy node with another identity. */
    static Scripts being(BiFunction<NodeContext, Integer, Identity> identity) {
        return (setting, me) -> () -> new Healthy(identity.apply(setting, me), setting.scram());
    }

    /** Node that reports no free connections. */
    static Scripts full(int open) {
        return (setting, me) -> () -> new ConnectionLimitReached(open);
    }

    /** Healthy node with these connection counts and slow reads, so that clients need many connections. */
    static Scripts crowded(Connections connections, Duration time) {
        return (setting, me) -> () -> new Healthy(setting.member(me), setting.scram(), connections).slow(time, "find");
    }

    /** Healthy node with one deviation. */
    static Scripts but(UnaryOperator<Script> thing) {
        return (setting, me) -> () -> thing.apply(new Healthy(setting.member(me), setting.scram()));
    }

    static Scripts refusing(ServerError error, String... commands) {
        return but(script -> script.refusing(error, commands));
    }

    static Scripts slow(Duration time, String... commands) {
        return but(script -> script.slow(time, commands));
    }

    /** Node that rejects reads with each error in turn. */
    static Scripts refusingReads(List<ServerError> errors) {
        return (setting, me) -> {
            AtomicInteger reads = new AtomicInteger();
            return () -> {
                Script sound = new Healthy(setting.member(me), setting.scram());
                return command -> command.getFirstKey().equals("find")
                        ? sound.refusing(errors.get(reads.getAndIncrement() % errors.size()), "find")
                                .answer(command)
                        : sound.answer(command);
            };
        };
    }
}
