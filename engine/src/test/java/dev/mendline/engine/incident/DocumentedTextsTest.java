package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each text that MongoDB's troubleshooting page prints literally leads to its symptom, its cause and advice. */
class DocumentedTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "Error: querySrv ECONNREFUSED _mongodb._tcp.<SRV Record>                      | srv-refused               | resolver-unreachable",
                "DNSHostNotFound: Failed to look up service \"<MongoDB service name>\"        | srv-not-found             | resolver-lacks-srv",
                "connection refused because too many open connections                         | too-many-connections      | connection-limit-reached",
                "lookup nta8e.mongodb.net on 123.45.67.8:27017: cannot unmarshal DNS message  | dns-unmarshal             | tools-dns-unmarshal",
                "This password contains special characters which will be URL-encoded.         | uri-unescaped-credentials | password-not-encoded"
            })
    void a_literal_text_has_its_symptom_its_cause_and_advice(String text, String symptom, String cause) {
        Incident incident = new Desk().log(text);

        assertThat(incident.symptoms()).extracting(Incident.SymptomCount::id).containsExactly(symptom);
        assertThat(incident.diagnosis().candidates())
                .extracting(Diagnosis.Candidate::cause)
                .contains(cause);
        assertThat(incident.advice().summary()).isNotBlank().doesNotContain("{", "}");
        assertThat(incident.advice().steps()).hasSizeGreaterThanOrEqualTo(2).noneMatch(step -> step.contains("{"));
        Cause documented = Desk.CATALOG.cause(cause).orElseThrow();
        assertThat(documented.guidance().pages()).isNotEmpty();
        assertThat(documented.symptoms()).contains(symptom);
    }
}
