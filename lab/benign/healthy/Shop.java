import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An application that starts, works and closes without any trouble. usage: Shop CONNECTION-STRING */
public final class Shop {
    private static final Logger LOG = LoggerFactory.getLogger("com.example.shop.Catalog");

    private Shop() {}

    public static void main(String[] args) throws Exception {
        for (int round = 0; round < 3; round++) {
            MongoClientSettings.Builder settings = MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(args[0]))
                    .applicationName("shop-" + round);
            int idle = round;
            settings.applyToConnectionPoolSettings(pool -> pool.minSize(idle * 2)
                    .maintenanceFrequency(400, TimeUnit.MILLISECONDS)
                    .maxConnectionIdleTime(600, TimeUnit.MILLISECONDS));
            settings.applyToServerSettings(server -> server.heartbeatFrequency(700, TimeUnit.MILLISECONDS));
            if (round == 1) {
                settings.readPreference(ReadPreference.secondaryPreferred());
            }
            LOG.info("Connecting to MongoDB");
            try (MongoClient client = MongoClients.create(settings.build())) {
                work(client);
                LOG.info("Connected to MongoDB");
                Thread.sleep(1500);
            }
            LOG.info("MongoDB client closed");
        }
    }

    private static void work(MongoClient client) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String collection = List.of("orders", "customers", "invoices", "stock", "carts", "reviews").get(i);
            Thread thread = new Thread(() -> read(client, collection), "http-nio-8080-exec-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void read(MongoClient client, String collection) {
        for (int i = 0; i < 4; i++) {
            Document found = client.getDatabase("shop").getCollection(collection).find(new Document("n", i)).first();
            LOG.debug("First of {}: {}", collection, found);
        }
    }
}
