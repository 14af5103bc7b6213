package jml.app.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;

/// A journal for people who do not have the console.
public final class AuditExport {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Audit of the JML Console</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>
            body { font: 14px sans-serif; margin: 2em }
            table { border-collapse: collapse }
            td, th { border: 1px solid #999; padding: 3px 8px; text-align: left; vertical-align: top }
            code { font: 12px monospace; overflow-wrap: anywhere }
            </style></head><body><h1>Audit of the JML Console</h1>
            """;

    private AuditExport() {}

    /// The journal's own lines: their hashes are those of the journal.
    public static String jsonLines(List<AuditRecord> records) {
        return records.stream()
                .map(record -> new String(record.bytes(), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }

    /// One page that loads nothing; whatever is in a record is shown as text.
    public static String html(List<AuditRecord> records, AuditReport report) {
        var page = new StringBuilder(HEAD);
        AuditWords.of(report)
                .lines()
                .forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
        page.append("<table><tr><th>seq</th><th>when</th><th>who</th><th>what</th><th>about</th><th>details</th>")
                .append("<th>SHA-256</th></tr>\n");
        for (var record : records) {
            page.append("<tr>");
            cell(page, String.valueOf(record.seq()));
            cell(page, record.at().toString());
            cell(page, record.actor());
            cell(page, record.action());
            cell(page, record.subject());
            cell(page, AuditWords.details(record));
            page.append("<td><code>").append(record.hash().hex()).append("</code></td></tr>\n");
        }
        return page.append("</table></body></html>\n").toString();
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(escaped(text)).append("</td>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
