package dev.mendline.engine.condition;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.mendline.model.net.Network;
import java.util.List;

/**
 * Additional functions of conditions: {@code version_in(version, range)} and {@code is_private(address)}. Neither
 * fails: both are false if the argument is not a version or an address.
 */
final class ConditionFunctions {
    private static final String VERSION_IN = "version_in";
    private static final String IS_PRIVATE = "is_private";

    private ConditionFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        VERSION_IN,
                        CelOverloadDecl.newGlobalOverload(
                                VERSION_IN + "_string_string", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                        IS_PRIVATE,
                        CelOverloadDecl.newGlobalOverload(IS_PRIVATE + "_string", SimpleType.BOOL, SimpleType.STRING)));
    }

    static List<CelFunctionBinding> bindings() {
        return ImmutableSet.<CelFunctionBinding>builder()
                .addAll(CelFunctionBinding.fromOverloads(
                        VERSION_IN,
                        CelFunctionBinding.from(
                                VERSION_IN + "_string_string",
                                String.class,
                                String.class,
                                (version, range) -> VersionRange.of(range).contains(version))))
                .addAll(CelFunctionBinding.fromOverloads(
                        IS_PRIVATE, CelFunctionBinding.from(IS_PRIVATE + "_string", String.class, Network::isPrivate)))
                .build()
                .asList();
    }

    /**
     * Checks the version ranges of an expression, so that an invalid one is reported when its file is loaded.
     *
     * @throws IllegalArgumentException if a range is invalid or not a literal
     */
    static void check(CelAbstractSyntaxTree tree) {
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr().callOrDefault())
                .filter(call -> call.function().equals(VERSION_IN))
                .forEach(call -> VersionRange.of(literal(call.args().get(1))));
    }

    private static String literal(CelExpr range) {
        CelConstant constant = range.constantOrDefault();
        if (constant.getKind() != CelConstant.Kind.STRING_VALUE) {
            throw new IllegalArgumentException("the range of " + VERSION_IN + " must be a text literal");
        }
        return constant.stringValue();
    }
}
