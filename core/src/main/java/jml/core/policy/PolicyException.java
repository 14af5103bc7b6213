package jml.core.policy;

/// A rule that cannot be understood; says which, and at which line and column of its text.
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1;

    private final String policy;
    private final int line;
    private final int column;

    PolicyException(String policy, String member, int line, int column, String wrong) {
        super(policy + ": " + member + " line " + line + ", column " + column + ": " + wrong);
        this.policy = policy;
        this.line = line;
        this.column = column;
    }

    /// The rule's id.
    public String policy() {
        return policy;
    }

    /// From 1, in the expression.
    public int line() {
        return line;
    }

    /// From 1.
    public int column() {
        return column;
    }
}
