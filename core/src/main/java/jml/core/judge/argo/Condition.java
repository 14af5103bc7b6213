package jml.core.judge.argo;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.NullValue;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collections;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// A condition on a measurement, such as `result[0] >= 0.95`, in the part of Argo's language (expr) that CEL can
/// express: comparisons, arithmetic, `&& || !` and their words, `?:`, `in`, `len`, `all`, `any`, `none`, `one` with
/// `{# > 1}`, `isNaN`, `isInf`, `isNil`, `asFloat`, `asInt`, `default`. As there, `&&` and `||` look at the right side
/// only when they must.
public final class Condition {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .populateMacroCalls(false)
            .build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .addVar("result", SimpleType.DYN)
            .addMacros(
                    each("all", CelStandardMacro.ALL, false),
                    each("any", CelStandardMacro.EXISTS, false),
                    each("none", CelStandardMacro.EXISTS, true),
                    each("one", CelStandardMacro.EXISTS_ONE, false))
            .addFunctionDeclarations(
                    function("len", SimpleType.DOUBLE, 1),
                    function("isNaN", SimpleType.BOOL, 1),
                    function("isInf", SimpleType.BOOL, 1),
                    function("isNil", SimpleType.BOOL, 1),
                    function("asFloat", SimpleType.DOUBLE, 1),
                    function("asInt", SimpleType.DOUBLE, 1),
                    function("default", SimpleType.DYN, 2))
            .setResultType(SimpleType.BOOL)
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(
                    CelFunctionBinding.from("len_1", Object.class, ConditionFunctions::length),
                    CelFunctionBinding.from("isNaN_1", Object.class, ConditionFunctions::isNaN),
                    CelFunctionBinding.from("isInf_1", Object.class, ConditionFunctions::isInfinite),
                    CelFunctionBinding.from("isNil_1", Object.class, ConditionFunctions::isNil),
                    CelFunctionBinding.from("asFloat_1", Object.class, ConditionFunctions::asFloat),
                    CelFunctionBinding.from("asInt_1", Object.class, ConditionFunctions::asInt),
                    CelFunctionBinding.from("default_2", Object.class, Object.class, ConditionFunctions::otherwise))
            .build();

    private final String text;
    private final CelRuntime.Program program;

    private Condition(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    /// @throws ConditionException when it has a mistake, or uses what CEL cannot express
    public static Condition of(String text) throws ConditionException {
        var written = ConditionText.of(text);
        try {
            var parsed = found(written, COMPILER.parse(written.cel()));
            // The tree in order has lost its places in the text: mistakes are looked for before.
            found(written, COMPILER.check(parsed));
            var checked = found(written, COMPILER.check(InOrder.of(parsed)));
            return new Condition(text, RUNTIME.createProgram(checked));
        } catch (CelValidationException | CelEvaluationException broken) {
            throw written.wrong(1, 0, String.valueOf(broken.getMessage()));
        }
    }

    private static CelAbstractSyntaxTree found(ConditionText written, CelValidationResult result)
            throws ConditionException, CelValidationException {
        if (result.hasError()) {
            CelIssue first = result.getErrors().getFirst();
            var at = first.getSourceLocation();
            throw written.wrong(at.getLine(), at.getColumn(), first.getMessage());
        }
        return result.getAst();
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// @param result numbers as Double, texts, booleans, lists and maps of them, or null
    /// @throws EvaluationException when the measurement does not fit the condition, such as `result[0]` of an empty
    /// list
    public boolean holds(@Nullable Object result) throws EvaluationException {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("result", result == null ? NullValue.NULL_VALUE : result);
        try {
            if (program.eval(variables) instanceof Boolean holds) {
                return holds;
            }
        } catch (CelEvaluationException wrong) {
            throw new EvaluationException(String.valueOf(wrong.getMessage()), wrong);
        }
        throw new EvaluationException(text + " gives neither true nor false", null);
    }

    /// A measurement that does not fit its condition.
    public static final class EvaluationException extends Exception {
        private static final long serialVersionUID = 1;

        EvaluationException(String message, @Nullable Exception cause) {
            super(message, cause);
        }
    }

    private static CelFunctionDecl function(String name, CelType result, int arguments) {
        var types = Collections.<CelType>nCopies(arguments, SimpleType.DYN);
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + "_" + arguments, result, types));
    }

    private static CelMacro each(String name, CelStandardMacro like, boolean negated) {
        return CelMacro.newGlobalMacro(name, 2, (factory, target, arguments) -> {
            var element = factory.newIdentifier(ConditionText.ELEMENT);
            var loop = like.getDefinition()
                    .getExpander()
                    .expandMacro(factory, arguments.get(0), ImmutableList.of(element, arguments.get(1)));
            return negated ? loop.map(it -> factory.newGlobalCall("!_", it)) : loop;
        });
    }
}
