package io.fluxalchemy.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import org.junit.jupiter.api.Test;

class MessageSizeTest {

    @Test
    void textBytesAndTheStatementCountTogether() {
        MessageSize size = new MessageSize();
        size.add("abc");
        size.add(new byte[4]);
        size.add(7L);
        size.add(null);

        assertThatCode(() -> size.requireAtMost(9, "ab")).doesNotThrowAnyException();
        assertThatThrownBy(() -> size.requireAtMost(8, "ab"))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("are 9 bytes or more")
                .hasMessageContaining("at most 8");
    }

    @Test
    void manyLargeValuesDoNotOverflowTheCount() {
        MessageSize size = new MessageSize();
        String large = "x".repeat(1 << 20);
        for (int i = 0; i < 5_000; i++) {
            size.add(large);
        }
        assertThatThrownBy(() -> size.requireAtMost(MessageSize.MOST, "")).isInstanceOf(StatementException.class);
    }
}
