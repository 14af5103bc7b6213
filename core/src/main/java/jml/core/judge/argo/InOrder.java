package jml.core.judge.argo;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelMutableExpr;
import java.util.List;

/// Makes the logical operators of a tree look at their right side only when the left one has not decided: CEL may
/// answer `true || error` with true from either side.
final class InOrder {
    /// Beyond every number that the parser gives to a node.
    private static final long NEW = 1L << 40;

    private long next = NEW;

    private InOrder() {}

    static CelAbstractSyntaxTree of(CelAbstractSyntaxTree parsed) {
        var tree = CelMutableAst.fromCelAst(parsed);
        new InOrder().rewrite(tree.expr());
        return tree.toParsedAst();
    }

    private void rewrite(CelMutableExpr node) {
        switch (node.getKind()) {
            case CALL -> call(node);
            case SELECT -> rewrite(node.select().operand());
            case LIST -> node.list().elements().forEach(this::rewrite);
            case MAP ->
                node.map().entries().forEach(entry -> {
                    rewrite(entry.key());
                    rewrite(entry.value());
                });
            case COMPREHENSION -> {
                var loop = node.comprehension();
                rewrite(loop.iterRange());
                rewrite(loop.loopStep());
            }
            default -> {}
        }
    }

    private void call(CelMutableExpr node) {
        var call = node.call();
        call.target().ifPresent(this::rewrite);
        call.args().forEach(this::rewrite);
        boolean and = call.function().equals("_&&_");
        if (and || call.function().equals("_||_")) {
            var left = call.args().get(0);
            var right = call.args().get(1);
            var decided = CelMutableExpr.ofConstant(next++, CelConstant.ofValue(!and));
            call.setFunction("_?_:_");
            call.setArgs(and ? List.of(left, right, decided) : List.of(left, decided, right));
        }
    }
}
