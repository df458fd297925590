package io.fluxalchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.compiler.Parameter;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownValueTest {

    @Test
    void aValueStandsBesideItsType() {
        assertThat(shown(Types.varchar(20), "Ada")).isEqualTo("varchar(20) 'Ada'");
        assertThat(shown(Types.INTEGER, 7)).isEqualTo("integer 7");
        assertThat(shown(Types.INTEGER, null)).isEqualTo("integer null");
        assertThat(shown(Types.BYTES, new byte[3])).isEqualTo("bytes 3 bytes");
        assertThat(shown(Types.arrayOf(Types.TEXT), List.of("a", "b"))).isEqualTo("text[] ['a', 'b']");
    }

    @Test
    void aSensitiveValueIsMaskedWhereverItStands() {
        SqlType<String> secret = Types.sensitive(Types.varchar(20));
        assertThat(shown(secret, "s3cret")).isEqualTo("varchar(20) ?");
        assertThat(shown(Types.arrayOf(secret), List.of("s3cret"))).isEqualTo("varchar(20)[] ?");
        assertThat(shown(Types.sensitive(Types.INTEGER), 42)).isEqualTo("integer ?");
        assertThat(shown(Types.sensitive(Types.DATE), java.time.LocalDate.EPOCH))
                .isEqualTo("date ?");
        assertThat(shown(
                        Types.converted(secret, StringBuilder.class, StringBuilder::toString, StringBuilder::new),
                        new StringBuilder("s3cret")))
                .isEqualTo("varchar(20) as StringBuilder ?");
    }

    @Test
    void aValueCannotForgeALineOrDriveATerminal() {
        assertThat(shown(Types.TEXT, "a\r\n2026-01-01 ERROR \u001b[31m\u0085\u2028x"))
                .isEqualTo("text 'a\ufffd\ufffd2026-01-01 ERROR \ufffd[31m\ufffd\ufffdx'");
    }

    @Test
    void longValuesAreCut() {
        assertThat(shown(Types.TEXT, "x".repeat(5_000))).hasSizeLessThan(200).contains("5000 characters");
        assertThat(shown(Types.arrayOf(Types.INTEGER), Collections.nCopies(5_000, 1)))
                .hasSizeLessThan(200)
                .contains("5000 elements");
    }

    @Test
    void aValueThatCannotBeStoredIsNotShown() {
        assertThat(shown(Types.TEXT, "a\0b")).isEqualTo("text (refused)");
    }

    private static String shown(SqlType<?> type, Object value) {
        return ShownValue.of(new Parameter(type, value, null));
    }
}
