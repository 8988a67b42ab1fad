package benign;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.commons.dbcp2.BasicDataSource;

/** JDBC drivers and pools. */
final class Databases {
    private Databases() {}

    static void into(Map<String, Attempt> all) {
        all.put("postgres", host -> jdbc("jdbc:postgresql://" + host + "/orders?connectTimeout=2&socketTimeout=2&loginTimeout=3"));
        all.put("postgres-tls", host -> jdbc("jdbc:postgresql://" + host
                + "/orders?connectTimeout=2&socketTimeout=2&sslmode=verify-full&sslrootcert=" + System.getenv("CERTS") + "/ca.pem"));
        all.put("mariadb", host -> jdbc("jdbc:mariadb://" + host + "/orders?connectTimeout=2000&socketTimeout=2000"));
        all.put("mysql", host -> jdbc("jdbc:mysql://" + host + "/orders?connectTimeout=2000&socketTimeout=2000"));
        all.put("mysql-tls", host -> jdbc("jdbc:mysql://" + host + "/orders?connectTimeout=2000&socketTimeout=2000&sslMode=VERIFY_IDENTITY"));
        all.put("sqlserver", host -> jdbc("jdbc:sqlserver://" + host + ";databaseName=orders;loginTimeout=2;connectRetryCount=0"));
        all.put("oracle", host -> jdbc("jdbc:oracle:thin:@//" + host + ":1521/ORDERS?oracle.net.CONNECT_TIMEOUT=2000&oracle.jdbc.ReadTimeout=2000"));
        all.put("h2-remote", host -> jdbc("jdbc:h2:tcp://" + host + ":9092/~/orders"));
        all.put("hikari", Databases::hikari);
        all.put("dbcp", Databases::dbcp);
    }

    private static void jdbc(String url) throws Exception {
        DriverManager.setLoginTimeout(3);
        try (Connection connection = DriverManager.getConnection(url, "orders", "x")) {
            connection.createStatement().execute("select 1");
        }
    }

    private static void hikari(String host) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + host + "/orders?connectTimeout=1&socketTimeout=1");
        config.setUsername("orders");
        config.setPassword("x");
        config.setConnectionTimeout(1200);
        config.setInitializationFailTimeout(host.hashCode() % 2 == 0 ? 1 : -1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            pool.getConnection().close();
        }
    }

    private static void dbcp(String host) throws Exception {
        try (BasicDataSource pool = new BasicDataSource()) {
            pool.setUrl("jdbc:mariadb://" + host + "/orders?connectTimeout=1500&socketTimeout=1500");
            pool.getConnection().close();
        }
    }

    /** Pools of which every connection is out. */
    static void exhausted(org.slf4j.Logger log) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:stock");
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(300);
        config.setLeakDetectionThreshold(2000);
        config.setPoolName("stock-pool");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            pool.getConnection();
            pool.getConnection();
            for (int i = 0; i < 3; i++) {
                failing(log, pool::getConnection);
            }
            Thread.sleep(2500);
        } catch (Exception e) {
            log.error("stock pool", e);
        }
        try (BasicDataSource pool = new BasicDataSource()) {
            pool.setUrl("jdbc:h2:mem:prices");
            pool.setMaxTotal(1);
            pool.setMaxWait(java.time.Duration.ofMillis(300));
            pool.getConnection();
            failing(log, pool::getConnection);
        } catch (Exception e) {
            log.error("price pool", e);
        }
        try {
            Connection h2 = DriverManager.getConnection("jdbc:h2:mem:bad");
            for (String sql : new String[] {
                "select * from nowhere", "create table t(id int primary key); insert into t values(1),(1)", "selec 1",
                "insert into t values('x')", "create table u(a varchar(2) not null); insert into u values(null)",
                "insert into u values('toolong')", "select 1/0", "drop table v", "create user a; create user a"
            }) {
                failing(log, () -> h2.createStatement().execute(sql));
            }
        } catch (Exception e) {
            log.error("h2", e);
        }
    }

    interface Failing {
        Object run() throws Exception;
    }

    static void failing(org.slf4j.Logger log, Failing failing) {
        try {
            failing.run();
        } catch (Exception e) {
            log.warn("Statement failed: {}", e.toString());
            log.error("Request processing failed", e);
        }
    }
}
