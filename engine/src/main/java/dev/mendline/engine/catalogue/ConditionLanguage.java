package dev.mendline.engine.catalogue;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CEL as conditions use it: the variables {@code symptoms}, {@code codes}, {@code complete}, one list of findings per
 * probe, and the words of outcomes and reasons as constants ({@code outcome.failed}, {@code reason.nxdomain}), so that a
 * word that no probe can say does not compile.
 */
final class ConditionLanguage {
    static final Map<String, Object> CONSTANTS = constants();

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    ConditionLanguage() {
        FactTypes types = new FactTypes();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(types)
                .setResultType(SimpleType.BOOL)
                .addVar("symptoms", ListType.create(SimpleType.STRING))
                .addVar("codes", ListType.create(SimpleType.INT))
                .addVar("complete", SimpleType.BOOL);
        FactTypes.ids().forEach(probe -> builder.addVar(FactTypes.variable(probe), types.listOf(probe)));
        CONSTANTS.keySet().forEach(name -> builder.addVar(name, SimpleType.STRING));
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
    }

    private static Map<String, Object> constants() {
        Map<String, Object> constants = new TreeMap<>();
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            constants.put("outcome." + kind.name().toLowerCase(Locale.ROOT), kind.word());
        }
        for (Reason reason : Reason.values()) {
            constants.put("reason." + reason.name().toLowerCase(Locale.ROOT), reason.word());
        }
        return constants;
    }

    Condition compile(SourceFile file, String key, CauseFile.When when) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(when.when()).getAst();
            return new Condition(when.because(), runtime.createProgram(tree));
        } catch (CelValidationException e) {
            throw file.mistake(
                    key,
                    when.when(),
                    e.getErrors().stream().map(CelIssue::getMessage).collect(Collectors.joining("; ")));
        } catch (CelEvaluationException e) {
            throw file.mistake(key, when.when(), String.valueOf(e.getMessage()));
        }
    }
}
