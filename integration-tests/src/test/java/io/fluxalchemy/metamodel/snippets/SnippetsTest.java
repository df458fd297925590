package io.fluxalchemy.metamodel.snippets;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements of the design compile without a warning; those that are wrong are refused, and for the right reason. */
class SnippetsTest {

    private static final String LINT = "-Xlint:all,-processing,-classfile";

    private static final List<String> UNKNOWN = List.of("compiler.err.cant.resolve", "compiler.err.doesnt.exist");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClauseSnippets",
                "ConditionSnippets",
                "EngineSnippets",
                "EverydaySnippets",
                "FunctionSnippets",
                "GenericSnippets",
                "LanguageSnippets",
                "ReferenceSnippets",
                "SchemaSnippets",
                "SessionSnippets",
                "TypeSnippets",
                "WritingSnippets"
            })
    void whatUsersWriteCompilesWithoutAWarning(String name) throws IOException {
        Compilation compilation =
                SnippetCompiler.compile(name, SnippetCompiler.resource(name + ".java"), LINT, "-proc:none");

        assertThat(compilation).succeededWithoutWarnings();
    }

    @TestFactory
    Stream<DynamicTest> mistakesAreRefused() throws IOException {
        List<Mistake> mistakes = SnippetCompiler.resource("refused.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Mistake::parse)
                .toList();
        assertThat(mistakes).hasSize(91);
        String head = head();
        int firstLine = (int) head.lines().count() + 1;
        String source =
                head + String.join("", mistakes.stream().map(Mistake::asMethod).toList()) + "}\n";
        List<Diagnostic<? extends JavaFileObject>> errors = SnippetCompiler.compile(
                        "Refused", source, "-proc:none", "-Xmaxerrs", "1000")
                .errors();
        return java.util.stream.IntStream.range(0, mistakes.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        mistakes.get(i).name(), () -> refused(mistakes.get(i), at(errors, firstLine + i))));
    }

    private static void refused(Mistake mistake, List<? extends Diagnostic<?>> errors) {
        assertThat(errors).as("compiles: %s", mistake.statement()).isNotEmpty();
        for (Diagnostic<?> error : errors) {
            boolean unknownName = UNKNOWN.stream().anyMatch(error.getCode()::startsWith);
            if (mistake.missing() == null) {
                assertThat(unknownName).as(error.toString()).isFalse();
            } else {
                assertThat(unknownName).as(error.toString()).isTrue();
                assertThat(error.getMessage(Locale.ENGLISH)).contains("method " + mistake.missing() + "(");
            }
        }
    }

    private static List<? extends Diagnostic<?>> at(List<? extends Diagnostic<?>> errors, long line) {
        return errors.stream().filter(error -> error.getLineNumber() == line).toList();
    }

    private static String head() throws IOException {
        String everyday = SnippetCompiler.resource("EverydaySnippets.java");
        return everyday.substring(0, everyday.indexOf("/**")) + """
                class Refused {
                    AsyncEngine engine;
                    AsyncSessionFactory sessions;
                    AsyncSession s;
                    record AuthorStats(String name, long books) {}
                    record Two(String name, Long books) { Two(String name) { this(name, 0L); } }
                    record BookCard(String title, int year) {}
                """;
    }

    private record Mistake(String name, String missing, String statement) {

        private static final Pattern LINE = Pattern.compile("([^:\\[]+?)(?: \\[(\\w+)])?: (.*)");

        static Mistake parse(String line) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(line);
            }
            return new Mistake(matcher.group(1), matcher.group(2), matcher.group(3));
        }

        String asMethod() {
            return "    void " + String.join("_", Arrays.asList(name.split(" "))) + "() { " + statement + " }\n";
        }
    }
}
