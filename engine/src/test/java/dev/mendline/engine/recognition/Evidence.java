package dev.mendline.engine.recognition;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.matching.CandidateFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The families of programs that each signature is known from. A sample or a catalog example is evidence of a signature
 * if it is labeled with the signature's symptom and the signature matches it.
 */
final class Evidence {
    private record Known(String place, Symptom symptom, Signature signature, Set<String> families) {
        /** Returns the families; without a text, the one of the driver that the signature names. */
        Set<String> sources() {
            String driver = signature.driver();
            return families.isEmpty() && driver != null ? Set.of(Folds.family(driver)) : families;
        }
    }

    private final List<Known> signatures = new ArrayList<>();
    private final CandidateFilter filter;

    Evidence(Catalog catalog, Collection<Sample> samples) {
        for (Symptom symptom : catalog.symptoms()) {
            for (Signature signature : symptom.signatures()) {
                String place = symptom.id() + "[" + symptom.signatures().indexOf(signature) + "]";
                signatures.add(new Known(place, symptom, signature, new TreeSet<>()));
            }
        }
        filter = CandidateFilter.of(
                signatures.stream().map(each -> each.signature().literals()).toList());
        samples.forEach(each -> add(each.label(), each.driver(), each.text()));
        catalog.symptoms()
                .forEach(symptom -> symptom.examples().forEach(each -> add(symptom.id(), each.driver(), each.text())));
    }

    private void add(String symptom, String program, String text) {
        SignatureSearch search = new SignatureSearch(Recognizer.legible(text));
        BitSet candidates = search.candidates(filter);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Known known = signatures.get(i);
            if (known.symptom().id().equals(symptom)
                    && !search.matches(known.signature()).isEmpty()) {
                known.families().add(Folds.family(program));
            }
        }
    }

    /** Returns the number of signatures by their number of families. */
    Map<Integer, Long> byFamilies() {
        return signatures.stream().collect(groupingBy(each -> each.sources().size(), TreeMap::new, counting()));
    }

    /** Returns the signatures that match no sample and no example, e.g. {@code srv-failed[3]}. */
    List<String> withoutText() {
        return signatures.stream()
                .filter(each -> each.families().isEmpty())
                .map(Known::place)
                .toList();
    }

    /** Returns the signatures that are known from this fold only. */
    Set<Signature> onlyFrom(int fold, Folds folds) {
        return signatures.stream()
                .filter(each -> !each.sources().isEmpty()
                        && each.sources().stream().allMatch(family -> folds.of(family) == fold))
                .map(Known::signature)
                .collect(toSet());
    }
}
