package jml.core.judge.argo;

/// A condition that cannot be understood; says at which line and column of it.
public final class ConditionException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    ConditionException(int line, int column, String wrong) {
        super("line " + line + ", column " + column + ": " + wrong);
        this.line = line;
        this.column = column;
    }

    /// From 1.
    public int line() {
        return line;
    }

    /// From 1.
    public int column() {
        return column;
    }
}
