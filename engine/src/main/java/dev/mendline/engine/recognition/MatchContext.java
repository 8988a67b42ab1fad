package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.Signature.BestMember;
import dev.mendline.engine.catalog.Signature.PassageKind;
import dev.mendline.engine.pattern.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Context of a match that decides whether the match counts. Each part is computed on first use. Not thread-safe. */
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

    /** Returns true if the context meets the conditions of the signature. */
    boolean suit(Signature signature, int start, int end) {
        Signature.Context required = signature.context();
        return isWithin(required, end)
                && (required.members() == null || required.members() == members())
                && (!required.needsSign() || isNode(end) || signs().areOurs(start, end));
    }

    private boolean isWithin(Signature.Context required, int end) {
        if (required.within() == PassageKind.LOOKUP) {
            return passages.lookup().isPresent();
        }
        Optional<Passage> node = passages.node(end - 1);
        boolean there = required.within() == null
                || node.filter(passage -> passage.within() == required.within()).isPresent();
        return there
                && (!required.byAddress() || node.filter(Passage::isByAddress).isPresent());
    }

    /** Returns true for a driver's own report on a node, which needs no product name. */
    private boolean isNode(int end) {
        return passages.node(end - 1).isPresent();
    }

    /** Returns the passage that the match describes: its node, or the name of a lookup. */
    @Nullable
    Passage about(Signature signature, int end) {
        return signature.context().within() == PassageKind.LOOKUP
                ? passages.lookup().orElse(null)
                : passages.node(end - 1).orElse(null);
    }

    /** Returns the depth of a match in the chain of causes. A missing primary is as deep as any node's own report. */
    int depth(Signature signature, int end) {
        if (chain == null) {
            chain = new CauseChain(text, passages);
        }
        return chain.depth(end - 1) + (signature.context().members() == BestMember.SECONDARY ? chain.deepestNode() : 0);
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
