package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import java.util.List;

/** Our own. */
final class Mendline implements Method {
    private final SignatureMatcher.Run run;

    Mendline(List<Wanted> wanted) {
        run = SignatureMatcher.of(wanted.stream()
                        .map(one -> SignatureMatcher.Sought.of(one.pattern(), one.ignoreCase(), one.literals()))
                        .toList())
                .run();
    }

    @Override
    public int match(byte[] line, long[] hits) {
        run.match(line, 0, line.length, hits);
        int found = 0;
        for (long word : hits) {
            found += Long.bitCount(word);
        }
        return found;
    }
}
