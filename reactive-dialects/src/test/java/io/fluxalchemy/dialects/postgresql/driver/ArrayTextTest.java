package io.fluxalchemy.dialects.postgresql.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayTextTest {

    @Test
    void elementsAreUnquotedAndNullIsTold() {
        assertThat(new ArrayText("{a,\"b,\\\"c\\\\\",NULL,\"NULL\",\"\"}").elements())
                .containsExactly("a", "b,\"c\\", null, "NULL", "");
        assertThat(new ArrayText("{}").elements()).isEmpty();
        assertThat(new ArrayText("[0:1]={1,2}").elements()).containsExactly("1", "2");
    }

    @Test
    void whatIsWrittenIsRead() {
        List<String> values = Arrays.asList("", "null", null, "a b", "{x}", "\\", "\"", ",", "😀");
        assertThat(new ArrayText(ArrayLiteral.of(values)).elements()).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "{a",
                "{a,",
                "{a,}",
                "{,a}",
                "{a}b",
                "a",
                "[0:1]",
                "[0:1]=",
                "{\"a}",
                "{\"a\\",
                "{a\"b\"}",
                "{\"a\"b}",
                "{{1}}"
            })
    void textThatIsNoArrayIsRefused(String text) {
        assertThatThrownBy(() -> new ArrayText(text).elements()).isInstanceOf(ConversionException.class);
    }

    @Test
    void anyTextIsReadOrRefusedAndNothingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder("{");
            for (int left = random.nextInt(8); left > 0; left--) {
                text.append("{}\",\\NULL a[]=".charAt(random.nextInt(14)));
            }
            try {
                assertThat(new ArrayText(text.toString()).elements()).isNotNull();
            } catch (ConversionException refused) {
                assertThat(refused).as("seed %d", seed).hasMessageContaining("array");
            }
        }
    }
}
