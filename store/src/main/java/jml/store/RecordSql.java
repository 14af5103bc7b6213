package jml.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/// Finds the parameters of the record's own statements: `?` and `:name`, outside quoted text.
///
/// Jdbi's own parser and templates know every dialect; made ready for their first statement, they take as long as
/// opening the database. Safe on any thread.
final class RecordSql implements SqlParser {
    private static final Pattern PART = Pattern.compile("'[^']*'|\\?|:(\\w+)");

    private final Map<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    private RecordSql() {}

    /// A Jdbi that reads statements in this way.
    static Jdbi over(Connections connections) {
        var jdbi = Jdbi.create(connections);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new RecordSql());
        return jdbi;
    }

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return parsed.computeIfAbsent(sql, RecordSql::parse);
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        return ":" + name;
    }

    private static ParsedSql parse(String sql) {
        var builder = ParsedSql.builder();
        var parts = PART.matcher(sql);
        int from = 0;
        while (parts.find()) {
            builder.append(sql.substring(from, parts.start()));
            if (parts.group(1) != null) {
                builder.appendNamedParameter(parts.group(1));
            } else if (parts.group().equals("?")) {
                builder.appendPositionalParameter();
            } else {
                builder.append(parts.group());
            }
            from = parts.end();
        }
        return builder.append(sql.substring(from)).build();
    }
}
