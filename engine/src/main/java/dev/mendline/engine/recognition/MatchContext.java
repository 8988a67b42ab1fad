package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.BestMember;
import dev.mendline.engine.catalog.PassageKind;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.pattern.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What words are judged by besides themselves; each part is read when it is first asked for. Not thread-safe. */
final class MatchContext {
    private final Text text;
    private final Passages passages;
    private @Nullable CauseChain chain;
    private @Nullable ProductAttribution signs;
    private boolean isTopologyRead;
    private @Nullable BestMember members;

    MatchContext(Text text) {
        this.text = text;
        this.passages = Passages.of(text);
    }

    /** Whether what stands around these words is what the signature asks for. */
    boolean suit(Signature signature, int start, int end) {
        return isWithin(signature, end)
                && (signature.members() == null || signature.members() == members())
                && (!signature.needsSign() || isNode(end) || signs().areOurs(start, end));
    }

    private boolean isWithin(Signature signature, int end) {
        if (signature.within() == PassageKind.LOOKUP) {
            return passages.lookup().isPresent();
        }
        Optional<Passage> node = passages.node(end - 1);
        boolean there = signature.within() == null
                || node.filter(passage -> passage.within() == signature.within())
                        .isPresent();
        return there
                && (!signature.byAddress() || node.filter(Passage::isByAddress).isPresent());
    }

    /** A driver's own report on a node needs no further sign. */
    private boolean isNode(int end) {
        return passages.node(end - 1).isPresent();
    }

    /** What the words are about: the node of their passage, or for a lookup the name that is looked up. */
    @Nullable
    Passage about(Signature signature, int end) {
        return signature.within() == PassageKind.LOOKUP
                ? passages.lookup().orElse(null)
                : passages.node(end - 1).orElse(null);
    }

    /** How deep in the chain of causes words stand; that there is no primary, as deep as any node's own report. */
    int depth(Signature signature, int end) {
        if (chain == null) {
            chain = new CauseChain(text, passages);
        }
        return chain.depth(end - 1) + (signature.members() == BestMember.SECONDARY ? chain.deepestNode() : 0);
    }

    private ProductAttribution signs() {
        if (signs == null) {
            signs = new ProductAttribution(text);
        }
        return signs;
    }

    private @Nullable BestMember members() {
        if (!isTopologyRead) {
            members = Topology.best(text);
            isTopologyRead = true;
        }
        return members;
    }
}
