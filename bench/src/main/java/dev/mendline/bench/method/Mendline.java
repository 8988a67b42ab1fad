package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import dev.mendline.engine.matching.SignatureMatcher;
import java.util.List;

/** Our own. */
final class Mendline implements Method {
    private final SignatureMatcher.Run run;

    public Mendline(List<Wanted> wanted) {
        run = SignatureMatcher.of(wanted.stream()
                        .map(one -> SignatureMatcher.Sought.of(one.pattern(), one.ignoreCase(), one.literals()))
                        .toList())
                .run();
    }

    @Override
    public int match(byte[] line, long[] hits) {
        return run.match(line, 0, line.length, hits);
    }
}
