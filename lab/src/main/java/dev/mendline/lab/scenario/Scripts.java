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

/** What a deployment's node answers: one script for each connection. */
@FunctionalInterface
interface Scripts {
    /**
     * Gives a script to each connection of this node.
     *
     * @param me which of the nodes
     */
    Supplier<Script> of(NodeContext setting, int me);

    static Scripts healthy() {
        return (setting, me) -> () -> new Healthy(setting.member(me), setting.scram());
    }

    /** Sound but for what it says that it is. */
    static Scripts being(BiFunction<NodeContext, Integer, Identity> identity) {
        return (setting, me) -> () -> new Healthy(identity.apply(setting, me), setting.scram());
    }

    /** Says that it has no connection left. */
    static Scripts full(int open) {
        return (setting, me) -> () -> new ConnectionLimitReached(open);
    }

    /** Sound, counts its connections so, and takes its time to read, so that its clients need many of them. */
    static Scripts crowded(Connections connections, Duration time) {
        return (setting, me) -> () -> new Healthy(setting.member(me), setting.scram(), connections).slow(time, "find");
    }

    /** Sound but for one thing. */
    static Scripts but(UnaryOperator<Script> thing) {
        return (setting, me) -> () -> thing.apply(new Healthy(setting.member(me), setting.scram()));
    }

    static Scripts refusing(ServerError error, String... commands) {
        return but(script -> script.refusing(error, commands));
    }

    static Scripts slow(Duration time, String... commands) {
        return but(script -> script.slow(time, commands));
    }

    /** Refuses to read in one way after the other. */
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
