package dev.mendline.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the messages are tried with could come on the topic; the endless one is longer than any that does. */
class TestIncidentsTest {
    private static Stream<Incident> incidents() {
        return Stream.of(
                TestIncidents.confirmed(), TestIncidents.refuted(), TestIncidents.resolved(), TestIncidents.hostile());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("incidents")
    void an_incident_to_tell_of_is_one_by_its_schema(Incident incident) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:dev/mendline/model/schema/incident.schema.json"));

        assertThat(schema.validate(Json.text(incident), InputFormat.JSON)).isEmpty();
    }
}
