package dev.mendline.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sizing of the stores' changelogs. The partitions of a store, its task and its input topics have the same numbers.
 * Streams requires as many changelog partitions as the largest of these topics has. A logs topic may grow, because no
 * site is bound to its partitions; stage 1's changelog then grows too. The journal must not grow, because a site would
 * move to a partition that does not hold its state.
 */
final class Changelogs {
    private static final Logger LOG = LoggerFactory.getLogger(Changelogs.class);

    private final Supplier<Admin> cluster;
    private final List<String> logs;
    private final String journal;
    private final String folds;
    private final String sites;

    /**
     * @param application prefix of the topics that Streams creates
     */
    Changelogs(Supplier<Admin> cluster, String application, ClassifierSettings settings) {
        this.cluster = cluster;
        this.logs = settings.logTopics();
        this.journal = settings.topics().journal();
        this.folds = name(application, ClassifierTopology.OPEN_SIGHTINGS);
        this.sites = name(application, ClassifierTopology.SITES);
    }

    private static String name(String application, String store) {
        return application + "-" + store + "-changelog";
    }

    /** Returns true if Streams reports a wrong number of partitions for one of them. */
    boolean concerns(Throwable fault) {
        for (Throwable one = fault; one != null; one = one.getCause()) {
            String said = String.valueOf(one.getMessage());
            if (said.contains("partitions") && (said.contains(folds) || said.contains(sites))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Grows stage 1's changelog to the required size; Streams itself creates a missing one.
     *
     * @return true if it was too small
     * @throws StreamsException if the sizes cannot be repaired; the message says what to do
     */
    boolean fit() {
        try (Admin admin = cluster.get()) {
            Map<String, Integer> sizes = sizes(admin);
            journalFits(sizes);
            return logsFit(admin, sizes);
        } catch (ExecutionException e) {
            throw new StreamsException(
                    "the topic " + folds + " cannot be looked at, or not be made larger: " + e.getCause(),
                    e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void journalFits(Map<String, Integer> sizes) {
        int read = sizes.getOrDefault(journal, 0);
        int kept = sizes.getOrDefault(sites, read);
        if (read > 0 && kept != read) {
            throw new StreamsException("the topic " + journal + " has " + read
                    + " partitions, and the state of its sites ("
                    + sites + ") was written for " + kept + ". The number of partitions of the journal must not change,"
                    + " because records of a site would no longer reach its state. Set another kafka.topic-prefix;"
                    + " Mendline then creates new topics and starts again with the logs");
        }
    }

    private boolean logsFit(Admin admin, Map<String, Integer> sizes) throws ExecutionException, InterruptedException {
        int read = sizes.entrySet().stream()
                .filter(topic -> holdsLogs(topic.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        int kept = sizes.getOrDefault(folds, read);
        if (read > 0 && kept > read) {
            throw new StreamsException("the topic " + folds + " has " + kept + " partitions, but the largest topic with"
                    + " logs has only " + read + " now. It contains counts of the last second only: stop every"
                    + " classifier, delete the topic, and start again; it is created again");
        }
        if (kept < read) {
            grow(admin, read);
        }
        return kept < read;
    }

    private void grow(Admin admin, int size) throws ExecutionException, InterruptedException {
        try {
            admin.createPartitions(Map.of(folds, NewPartitions.increaseTo(size)))
                    .all()
                    .get();
            LOG.info("{} has {} partitions now, as many as the largest topic with logs", folds, size);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InvalidPartitionsException)) {
                throw e;
            }
            LOG.debug("another instance was faster to make {} larger", folds);
        }
    }

    private boolean holdsLogs(String topic) {
        return logs.contains(topic) || (isPattern() && Pattern.matches(logs.get(0), topic));
    }

    private boolean isPattern() {
        return ClassifierTopology.isPattern(logs);
    }

    private Map<String, Integer> sizes(Admin admin) throws ExecutionException, InterruptedException {
        List<String> names = new ArrayList<>(List.of(journal, folds, sites));
        if (isPattern()) {
            admin.listTopics().names().get().stream().filter(this::holdsLogs).forEach(names::add);
        } else {
            names.addAll(logs);
        }
        Map<String, Integer> sizes = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                sizes.put(topic.getKey(), topic.getValue().get().partitions().size());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return sizes;
    }
}
