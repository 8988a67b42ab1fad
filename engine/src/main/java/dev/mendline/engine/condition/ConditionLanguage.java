package dev.mendline.engine.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * CEL dialect of conditions. Variables are the observed symptoms, the blast radius, and two lists of findings per probe
 * (from the services' zones and from other zones). Outcomes, reasons, differences and roles are constants ({@code
 * outcome.failed}, {@code reason.nxdomain}), so an unknown word does not compile.
 */
public final class ConditionLanguage {
    static final Map<String, Object> CONSTANTS = constants();

    /** Variables of the {@link BlastRadius}. */
    static final Set<String> RADIUS = Set.of("failing_services", "failing_zones", "failing_targets", "failing_nearby");

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    public ConditionLanguage() {
        FactTypes types = new FactTypes();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(types)
                .setResultType(SimpleType.BOOL)
                .addVar("symptoms", ListType.create(SimpleType.STRING))
                .addVar("codes", ListType.create(SimpleType.INT))
                .addVar("details", ListType.create(SimpleType.STRING))
                .addVar("addresses", ListType.create(SimpleType.STRING))
                .addVar("drivers", types.listOf(FactTypes.DRIVER))
                .addVar("runtimes", types.listOf(FactTypes.RUNTIME))
                .addVar("rate", SimpleType.INT)
                .addVar("complete", SimpleType.BOOL)
                .addFunctionDeclarations(ConditionFunctions.DECLARATIONS);
        RADIUS.forEach(name -> builder.addVar(name, SimpleType.INT));
        for (ProbeKind kind : ProbeKind.values()) {
            CelType findings = types.listOf(FactTypes.here(kind.id()));
            builder.addVar(FactTypes.here(kind.id()), findings);
            builder.addVar(FactTypes.elsewhere(kind.id()), findings);
        }
        CONSTANTS.keySet().forEach(name -> builder.addVar(name, SimpleType.STRING));
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .addFunctionBindings(ConditionFunctions.BINDINGS)
                .build();
    }

    private static Map<String, Object> constants() {
        Map<String, Object> constants = new TreeMap<>();
        put(constants, "outcome", Outcome.Kind.values(), Outcome.Kind::word);
        put(constants, "reason", Reason.values(), Reason::word);
        put(constants, "difference", Difference.values(), Difference::word);
        put(constants, "role", HelloFacts.Role.values(), HelloFacts.Role::word);
        return constants;
    }

    private static <E extends Enum<E>> void put(
            Map<String, Object> constants, String kind, E[] values, Function<E, String> word) {
        for (E value : values) {
            constants.put(kind + "." + value.name().toLowerCase(Locale.ROOT), word.apply(value));
        }
    }

    /**
     * Compiles a condition.
     *
     * @throws IllegalArgumentException with all mistakes of the expression
     */
    public Condition compile(String when, String because) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(when).getAst();
            ConditionFunctions.check(tree);
            return new Condition(when, because, runtime.createProgram(tree), names(tree));
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(
                    e.getErrors().stream().map(CelIssue::getMessage).collect(Collectors.joining("; ")), e);
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Set<String> names(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream().map(CelReference::name).collect(Collectors.toUnmodifiableSet());
    }
}
