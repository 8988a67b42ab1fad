package benign;

import ch.qos.logback.classic.Level;
import java.security.Security;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every client against every peer of world.py, with every library at DEBUG. usage: Clients OUT-PREFIX [NAME...] */
final class Clients {
    private static final String[] WORDS = {
        "Could not reach %s, will try again", "Health check of %s failed", "Unexpected error while talking to %s",
        "Job nightly-export: %s unavailable", "[%s] request failed", "Retry 3/5 for %s"
    };

    private Clients() {}

    public static void main(String[] args) throws Exception {
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        Journal.open(args[0], Level.DEBUG);
        Map<String, Attempt> all = new LinkedHashMap<>();
        Databases.into(all);
        Web.into(all);
        Queues.into(all);
        if (args.length > 1) {
            all.keySet().retainAll(List.of(args).subList(1, args.length));
        }
        Logger log = LoggerFactory.getLogger("com.example.orders.StockService");
        Databases.exhausted(log);
        ExecutorService runners = Executors.newFixedThreadPool(12, task -> {
            Thread thread = new Thread(task, "worker-" + task.hashCode() % 100);
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> running = new ArrayList<>();
        all.forEach((name, attempt) -> running.add(runners.submit(() -> everywhere(name, attempt))));
        for (Future<?> each : running) {
            each.get();
        }
        System.exit(0);
    }

    private static void everywhere(String name, Attempt attempt) {
        ExecutorService one = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "http-nio-8080-exec-" + Math.abs(task.hashCode() % 10));
            thread.setDaemon(true);
            return thread;
        });
        int count = 0;
        for (String host : hosts()) {
            Logger log = LoggerFactory.getLogger("com.example." + name.replace("-", "") + ".Client");
            Future<?> done = one.submit(() -> {
                attempt.on(host);
                return null;
            });
            String words = String.format(WORDS[count++ % WORDS.length], name);
            try {
                done.get(8, TimeUnit.SECONDS);
                log.info("{} answered", name);
            } catch (java.util.concurrent.ExecutionException e) {
                log.error(words, e.getCause());
                log.warn("{}: {}", words, String.valueOf(e.getCause()).replace("\n", " "));
            } catch (TimeoutException | InterruptedException e) {
                done.cancel(true);
                log.warn("{}: gave up after 8 s", words);
            }
        }
    }

    private static List<String> hosts() {
        List<String> hosts = new ArrayList<>(List.of(
                "api.example.com", "www.corp.example.net", "old.legacy.example.org", "10.30.0.9", "localhost"));
        for (int n = 11; n <= 28; n++) {
            hosts.add("node-" + n + ".internal");
        }
        return hosts;
    }
}
