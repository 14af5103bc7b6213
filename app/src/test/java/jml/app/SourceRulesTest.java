package jml.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// What no compiler checks: sizes that keep a file readable, and names that say nothing. No list of exceptions.
class SourceRulesTest {
    private static final Path ROOT = root();
    private static final int FILE = 300;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 7;
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Info)|Abstract.*|Base[A-Z].*|I[A-Z][a-z]+.*Interface");

    @Test
    void filesStayReadable() throws IOException {
        assertThat(sources().filter(file -> lines(file) > FILE).map(SourceRulesTest::named))
                .isEmpty();
    }

    @Test
    void methodsAndConstructorsStayReadableAndNamesSaySomething() throws IOException {
        assertThat(findings(sources().toList())).isEmpty();
    }

    private static List<String> findings(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            var findings = new ArrayList<String>();
            for (var unit : task.parse()) {
                new Rules(unit, positions, findings).scan(unit, null);
            }
            return findings;
        }
    }

    private static final class Rules extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> findings;

        Rules(CompilationUnitTree unit, SourcePositions positions, List<String> findings) {
            this.unit = unit;
            this.positions = positions;
            this.findings = findings;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                findings.add(type.getSimpleName() + " says nothing: what is it?");
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            var name = owner.getSimpleName() + "." + method.getName();
            if (method.getBody() != null && bodyLines(method) > METHOD) {
                findings.add(name + " has " + bodyLines(method) + " lines");
            }
            boolean constructor = method.getName().contentEquals("<init>");
            // A record's components are its data; what they are checked by is its compact constructor.
            if (constructor
                    && owner.getKind() != Tree.Kind.RECORD
                    && method.getParameters().size() > PARAMETERS) {
                findings.add(name + " takes " + method.getParameters().size() + " arguments");
            }
            return super.visitMethod(method, nothing);
        }

        private long bodyLines(MethodTree method) {
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
            return last - first - 1;
        }
    }

    private static Stream<Path> sources() throws IOException {
        var all = new ArrayList<Path>();
        for (var module : List.of("core", "engine", "connectors", "store", "gameday", "views", "app", "bench", "lab")) {
            var folder = ROOT.resolve(module).resolve("src/main/java");
            if (Files.isDirectory(folder)) {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                }
            }
        }
        return all.stream();
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    private static String named(Path file) {
        return ROOT.relativize(file) + " has " + lines(file) + " lines";
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("console"))) {
            here = here.getParent();
        }
        return here;
    }
}
