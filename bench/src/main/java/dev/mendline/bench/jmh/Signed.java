package dev.mendline.bench.jmh;

import dev.mendline.bench.method.Method;
import dev.mendline.bench.method.Peer;
import dev.mendline.bench.signature.Signatures;
import dev.mendline.bench.signature.Wanted;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Method prepared for a set of signatures. */
@State(Scope.Thread)
public class Signed {
    @Param("MENDLINE")
    public Peer peer = Peer.MENDLINE;

    @Param(Signatures.REFERENCE)
    public String set = Signatures.REFERENCE;

    Method method = (line, hits) -> 0;
    long[] hits = {};

    /** Compiles the signatures. */
    @Setup(Level.Trial)
    public void compile() {
        List<Wanted> wanted = Signatures.named(set);
        method = peer.method(wanted);
        hits = new long[(wanted.size() + 63) / 64];
    }
}
