package dev.mendline.engine.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.mendline.model.net.Network;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Additional functions of conditions: {@code version_in(version, range)} and {@code is_private(address)}. Neither
 * fails: both are false if the argument is not a version or an address.
 */
final class ConditionFunctions {
    private static final String VERSION_IN = "version_in";
    private static final String IS_PRIVATE = "is_private";

    /** Suffix of the only overload of each function. */
    private static final String OVERLOAD = "_overload";

    static final List<CelFunctionDecl> DECLARATIONS = List.of(
            declaration(VERSION_IN, SimpleType.STRING, SimpleType.STRING), declaration(IS_PRIVATE, SimpleType.STRING));

    static final List<CelFunctionBinding> BINDINGS = Stream.of(
                    CelFunctionBinding.fromOverloads(
                            VERSION_IN,
                            CelFunctionBinding.from(
                                    VERSION_IN + OVERLOAD,
                                    String.class,
                                    String.class,
                                    (version, range) -> VersionRange.of(range).contains(version))),
                    CelFunctionBinding.fromOverloads(
                            IS_PRIVATE,
                            CelFunctionBinding.from(IS_PRIVATE + OVERLOAD, String.class, Network::isPrivate)))
            .flatMap(Set::stream)
            .toList();

    private ConditionFunctions() {}

    private static CelFunctionDecl declaration(String name, CelType... parameters) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + OVERLOAD, SimpleType.BOOL, parameters));
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
