package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * The TXT record of a deployment, which adds options to a {@code mongodb+srv} string. That there is none is no failure.
 *
 * @param name the deployment's name
 * @param system answers of the zone's own resolvers
 * @param reference answers of the resolvers to compare with
 * @param records how many the first good answer has; drivers accept one
 * @param options {@code name=value} of those that drivers accept from it: authSource, replicaSet, loadBalanced
 * @param refused names of options that drivers do not accept from it, at most 10
 * @param differences what the comparison shows
 */
@JsonTypeName("dns-txt")
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
}
