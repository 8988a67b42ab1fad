package dev.mendline.model.facts;

import java.util.List;

/**
 * TXT record of a deployment, which adds options to a {@code mongodb+srv} string. A missing record is no failure.
 *
 * @param name deployment's name
 * @param records number of records in the first good answer; drivers accept one
 * @param options {@code name=value} of the options that drivers accept here: authSource, replicaSet, loadBalanced
 * @param refused names of options that drivers do not accept here, at most 10
 */
public record TxtFacts(
        String name,
        List<ResolverAnswer> system,
        List<ResolverAnswer> reference,
        int records,
        List<String> options,
        List<String> refused,
        List<Difference> differences)
        implements Facts {
    public static final int MAX_REFUSED = 10;

    public TxtFacts {
        system = List.copyOf(system);
        reference = List.copyOf(reference);
        options = List.copyOf(options);
        refused = List.copyOf(refused);
        differences = List.copyOf(differences);
    }

    @Override
    public String summary() {
        return options.isEmpty() ? "no options" : String.join("&", options);
    }
}
