package dev.mendline.engine.incident.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionSeriesTest {
    private static final int WINDOW = 30;

    private static ConnectionSeries flow(int... minutes) {
        ConnectionSeries flow = ConnectionSeries.of(ConnectionSeries.Kind.CONNECTIONS, "orders", 1_000);
        for (int i = 0; i < minutes.length; i++) {
            flow = minutes[i] == 0 ? flow : flow.plus(1_000 + i, minutes[i], WINDOW);
        }
        return flow;
    }

    @Test
    void its_counts_stand_with_the_latest_first_and_nothing_for_none() {
        assertThat(flow(3, 0, 0, 12))
                .isEqualTo(new ConnectionSeries(ConnectionSeries.Kind.CONNECTIONS, "orders", 1_000, 1_003, "12,,,3"));
        assertThat(flow(3, 0, 0, 12).plus(1_003, 5, WINDOW).counts()).isEqualTo("17,,,3");
    }

    @Test
    void what_is_before_the_window_falls_out() {
        assertThat(flow(3, 1).plus(1_031, 7, WINDOW).counts()).isEqualTo("7" + ",".repeat(30) + "1");
        assertThat(flow(3, 1).plus(1_032, 7, WINDOW).counts()).isEqualTo("7");
        assertThat(flow(3, 1).plus(99_999, 7, WINDOW).counts()).isEqualTo("7");
    }

    @Test
    void a_clock_that_goes_back_counts_for_the_last_minute() {
        assertThat(flow(3, 1).plus(500, 2, WINDOW)).isEqualTo(flow(3, 3));
    }

    @Test
    void usual_is_the_median_of_the_minutes_in_which_it_was_known() {
        ConnectionSeries flow = flow(9, 1, 2, 3, 4, 5, 6, 7, 8, 100, 40);

        assertThat(flow.rise(1_010, WINDOW, 5, 10))
                .contains(new ConnectionSeries.Increase(ConnectionSeries.Kind.CONNECTIONS, "orders", 5, 40));
        assertThat(flow.plus(1_010, 0, WINDOW).rise(1_010, WINDOW, 8, 10))
                .as("8 times 5.5 is 44")
                .isEmpty();
        assertThat(flow.rise(1_010, WINDOW, 5, 41)).isEmpty();
        assertThat(flow.rise(1_009, WINDOW, 5, 10)).as("nine minutes").isEmpty();
    }

    @Test
    void a_count_never_overflows() {
        assertThat(flow(5).plus(1_000, Integer.MAX_VALUE, WINDOW).counts())
                .isEqualTo(Integer.toString(Integer.MAX_VALUE));
    }
}
