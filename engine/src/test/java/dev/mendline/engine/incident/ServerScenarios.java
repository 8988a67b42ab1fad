package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Scenario.NODE;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.fail;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.pass;

import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Reason;
import java.util.stream.Stream;

/** Scenarios in which the server itself says no. */
final class ServerScenarios {
    private static final String VIEW = "com.mongodb.MongoTimeoutException: Timed out while waiting for a server that"
            + " matches ReadPreferenceServerSelector{readPreference=primary}. Client view of cluster state is"
            + " {type=REPLICA_SET, servers=[%s]";
    private static final String SECONDARIES =
            VIEW.formatted("{address=" + NODE + ", type=REPLICA_SET_SECONDARY, roundTripTime=1.5 ms, state=CONNECTED}");

    private static String command(String error) {
        return "com.mongodb.MongoCommandException: Command execution failed on MongoDB server with error " + error
                + " on server " + NODE + ". The full response is {}";
    }

    private static ScenarioWorld well() {
        return new ScenarioWorld();
    }

    private static ScenarioWorld noPrimary() {
        return well().where("hello", node -> pass(Sights.hello(node, Role.SECONDARY, null)));
    }

    static Stream<Scenario> servers() {
        return Stream.of(
                Scenario.of(
                        "auth-failed",
                        command("8000 (AtlasError): 'bad auth : Authentication failed.'"),
                        well().where("auth", node -> fail(Reason.AUTHENTICATION_FAILED, Sights.auth(node, 8000))),
                        "wrong-credentials",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "the configured user gets in, the service's does not",
                        command("8000 (AtlasError): 'bad auth : Authentication failed.'"),
                        well(),
                        "wrong-credentials",
                        Verdict.LIKELY),
                Scenario.of("no-primary", SECONDARIES, noPrimary(), "no-primary", Verdict.CONFIRMED),
                Scenario.of("healthy-failover", SECONDARIES, well(), "no-primary", Verdict.REFUTED),
                Scenario.of(
                        "read-preference",
                        VIEW.formatted("{address=" + NODE
                                        + ", type=REPLICA_SET_PRIMARY, roundTripTime=1.5 ms, state=CONNECTED}")
                                .replace("readPreference=primary", "readPreference=ReadPreference{name=secondary}"),
                        well(),
                        "read-preference-unsatisfied",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "server-too-new",
                        "com.mongodb.MongoIncompatibleDriverException: Server at " + NODE
                                + " requires wire version 30, but this version of the driver only supports up to 29.",
                        well(),
                        "driver-too-old",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "op-query-refused",
                        command("352 (UnsupportedOpQueryCommand): 'Unsupported OP_QUERY command: isMaster.'"),
                        well(),
                        "driver-too-old",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "load-balanced",
                        "com.mongodb.MongoClientException: Driver attempted to initialize in load balancing mode, but"
                                + " the server does not support this mode",
                        well(),
                        "serverless-driver",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "overloaded",
                        command("433 (AdmissionQueueOverflow): 'MongoDB is overloaded'"),
                        well(),
                        "overloaded",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "not-authorized",
                        command("13 (Unauthorized): 'not authorized on shop to execute command { find: \"seats\" }'"),
                        well(),
                        "not-authorized",
                        Verdict.CONFIRMED));
    }
}
