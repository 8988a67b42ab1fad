package dev.mendline.engine.gap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void texts_that_differ_in_hosts_numbers_times_and_names_have_one_template() {
        assertThat(
                        Template.of(
                                "2026-11-22T10:00:00.123Z ERROR MongoFoo: node c-00.ab1cd.mongodb.net:27017 took 812 ms for 'orders'"))
                .isEqualTo(
                        Template.of(
                                "2026-11-23T11:22:33.000Z ERROR MongoFoo: node d-02.xy9zz.mongodb.net:27018 took 9 ms for 'users'"))
                .isEqualTo("<time> ERROR MongoFoo: node <host> took <n> ms for <text>");
    }

    @Test
    void a_code_an_alert_or_the_name_of_an_error_is_never_masked() {
        assertThat(Template.of("MongoServerError: x, code: 8000"))
                .isNotEqualTo(Template.of("MongoServerError: x, code: 18"));
        assertThat(Template.of("Mongo: SSL alert number 80")).isNotEqualTo(Template.of("Mongo: SSL alert number 40"));
        assertThat(Template.of("Mongo: connect ENOTSUP")).isNotEqualTo(Template.of("Mongo: connect EPERM"));
        assertThat(Template.of("Mongo said 'not ready yet'")).isNotEqualTo(Template.of("Mongo said 'gone for good'"));
    }

    @Test
    void of_a_stack_trace_the_errors_stay_and_the_frames_go() {
        assertThat(Template.of("""
                com.mongodb.MongoException: odd
                	at com.mongodb.A.b(A.java:1)
                	... 12 more
                Caused by: java.io.IOException: port 27017
                	at x.Y.z(Y.java:2)
                """))
                .isEqualTo("com.mongodb.MongoException: odd / Caused by: java.io.IOException: port <n>");
    }

    @Test
    void a_connection_string_is_one_thing() {
        assertThat(Template.of("cannot use mongodb+srv://u:p@h.example.com/db?x=1 now"))
                .isEqualTo("cannot use <uri> now");
    }

    @Test
    void nothing_has_no_template() {
        assertThat(Template.of(" \n ")).isEmpty();
        assertThat(Template.of("x".repeat(5_000)).length()).isLessThanOrEqualTo(Template.MAX);
    }
}
