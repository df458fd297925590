package io.fluxalchemy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What cannot be mapped is refused with the place and the fix; the list is in {@code refused.txt}. */
class RefusalsTest {

    @TestFactory
    Stream<DynamicTest> eachIsRefusedWithTheFix() throws IOException {
        List<Refusal> refusals = refusals();
        assertThat(refusals).hasSizeGreaterThan(100);
        List<List<String>> errors =
                new Compiler().errors(refusals.stream().map(Refusal::source).toList());
        return IntStream.range(0, refusals.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        refusals.get(i).title(),
                        () -> assertThat(errors.get(i))
                                .containsExactlyElementsOf(refusals.get(i).errors())));
    }

    private static List<Refusal> refusals() throws IOException {
        try (InputStream file = RefusalsTest.class.getResourceAsStream("refused.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^== "))
                    .skip(1)
                    .map(Refusal::parse)
                    .toList();
        }
    }

    private record Refusal(String title, String source, List<String> errors) {

        static Refusal parse(String block) {
            List<String> source = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            List<String> lines = block.lines().toList();
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith("->")) {
                    errors.add(line.substring(2).trim());
                } else {
                    source.add(line);
                }
            }
            return new Refusal(lines.get(0), String.join("\n", source), errors);
        }
    }
}
