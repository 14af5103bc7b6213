package jml.core.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One compiled expression over the members of a [PolicyInput], and which of them it reads.
final class CelExpression {
    // A list of an input has tens of entries: more is a rule that would never end.
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(10_000)
            .build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final CelRuntime.Program program;
    private final List<String> paths;

    private CelExpression(CelRuntime.Program program, List<String> paths) {
        this.program = program;
        this.paths = paths;
    }

    /// @param policy, member name the place in a complaint
    static CelExpression of(String policy, String member, String text) throws PolicyException {
        var result = COMPILER.compile(text);
        if (result.hasError()) {
            var first = result.getErrors().getFirst();
            var at = first.getSourceLocation();
            throw new PolicyException(
                    policy, member, Math.max(1, at.getLine()), Math.max(0, at.getColumn()) + 1, first.getMessage());
        }
        try {
            var ast = result.getAst();
            return new CelExpression(RUNTIME.createProgram(ast), pathsIn(ast));
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new PolicyException(policy, member, 1, 1, String.valueOf(broken.getMessage()));
        }
    }

    /// Members that the expression reads, in its order: `signature.status`.
    List<String> paths() {
        return paths;
    }

    /// @throws UnansweredException when something that it reads is not there or of another type
    boolean holds(PolicyInput input) throws UnansweredException {
        try {
            if (program.eval(input.sections()) instanceof Boolean holds) {
                return holds;
            }
        } catch (CelEvaluationException wrong) {
            throw new UnansweredException(String.valueOf(wrong.getMessage()), wrong);
        }
        throw new UnansweredException("neither true nor false", null);
    }

    /// The input does not fit the expression.
    static final class UnansweredException extends Exception {
        private static final long serialVersionUID = 1;

        UnansweredException(String message, @Nullable Exception cause) {
            super(message, cause);
        }
    }

    private static CelCompiler compiler() {
        var compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        PolicyInput.NAMES.forEach(name -> compiler.addVar(name, SimpleType.DYN));
        return compiler.build();
    }

    private static List<String> pathsIn(CelAbstractSyntaxTree ast) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.SELECT)
                .filter(node -> node.parent()
                        .map(parent -> parent.getKind() != CelExpr.ExprKind.Kind.SELECT)
                        .orElse(true))
                .map(CelNavigableExpr::expr)
                .map(CelExpression::path)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
    }

    /// Empty when it does not begin at a member of the input.
    private static String path(CelExpr select) {
        var operand = select.select().operand();
        var field = select.select().field();
        return switch (operand.getKind()) {
            case IDENT ->
                PolicyInput.NAMES.contains(operand.ident().name())
                        ? operand.ident().name() + "." + field
                        : "";
            case SELECT -> {
                var before = path(operand);
                yield before.isEmpty() ? "" : before + "." + field;
            }
            default -> "";
        };
    }

    /// What stands at a path; null when nothing does.
    static @Nullable Object value(PolicyInput input, String path) {
        Object at = input.sections();
        for (var name : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> members ? members.get(name) : null;
            if (at == null) {
                return null;
            }
        }
        return at;
    }
}
