package dev.mendline.cli;

import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Node;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts of any probe, made up: each has the right form, and all together tell nothing in particular. */
final class RandomFacts {
    private static final List<String> WORDS = List.of("atlas-abc-shard-0", "authSource=admin", "CN=x", "10.0.0.2:53");
    private static final List<String> TIMES = List.of("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");

    private final Random random;
    private final List<Node> nodes;

    RandomFacts(Random random, List<Node> nodes) {
        this.random = random;
        this.nodes = nodes;
    }

    Facts of(String probe) {
        return (Facts) made(ProbeKind.of(probe).orElseThrow().facts());
    }

    private Object made(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> value(part.getName(), part.getGenericType(), part.getAnnotatedType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made of " + Arrays.toString(values), e);
        }
    }

    private @Nullable Object value(String name, Type type, java.lang.reflect.AnnotatedType annotated) {
        return annotated.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0 ? null : value(name, type);
    }

    private Object value(String name, Type type) {
        if (type instanceof ParameterizedType list) {
            return IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> value(name, list.getActualTypeArguments()[0]))
                    .toList();
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return word(name);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return random.nextBoolean();
        }
        if (plain == int.class || plain == Integer.class) {
            return name.equals("port") ? 27_017 : random.nextInt(101);
        }
        if (plain == long.class || plain == Long.class) {
            return (long) random.nextInt(2_000);
        }
        if (plain == Node.class) {
            return nodes.get(random.nextInt(nodes.size()));
        }
        return plain.isEnum() ? plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)] : made(plain);
    }

    private String word(String name) {
        if (name.equals("host")) {
            return nodes.get(random.nextInt(nodes.size())).host();
        }
        if (List.of("notBefore", "notAfter", "since", "at", "deleteAfter", "lastFailed")
                .contains(name)) {
            return TIMES.get(random.nextInt(TIMES.size()));
        }
        return name.startsWith("address") || name.equals("egress")
                ? "10.0.0." + random.nextInt(4)
                : WORDS.get(random.nextInt(WORDS.size()));
    }
}
