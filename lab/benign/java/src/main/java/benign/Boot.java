package benign;

import ch.qos.logback.classic.Level;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestTemplate;

/** A Spring Boot application whose other systems are all out of order. usage: Boot OUT-PREFIX */
@SpringBootApplication
class Boot {
    public static void main(String[] args) throws Exception {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Journal.open(args[0], Level.DEBUG);
        for (int n : new int[] {11, 14, 16, 22}) {
            String host = "node-" + n + ".internal";
            SpringApplication application = new SpringApplication(Boot.class);
            application.setDefaultProperties(Map.of(
                    "server.port", "8090", "spring.datasource.url", "jdbc:postgresql://" + host + "/orders?connectTimeout=1&socketTimeout=1",
                    "spring.datasource.hikari.connection-timeout", "1200", "spring.data.redis.host", host,
                    "spring.rabbitmq.host", host, "spring.mail.host", host, "spring.ldap.urls", "ldap://" + host,
                    "management.endpoint.health.show-details", "always", "spring.kafka.bootstrap-servers", host + ":9092",
                    "spring.cassandra.contact-points", host + ":9042"));
            application.setRegisterShutdownHook(false);
            try (ConfigurableApplicationContext context = application.run()) {
                new RestTemplate().getForObject("http://127.0.0.1:8090/actuator/health", String.class);
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger("com.example.orders.App").error("health", e);
            }
        }
        System.exit(0);
    }
}
