package io.fluxalchemy.mapping.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenValueTest {

    @Test
    void aChangeInPlaceIsSeen() {
        byte[] bytes = {1, 2};
        Object frozen = FrozenValue.freeze(Types.BYTES, bytes);
        assertThat(FrozenValue.isSame(Types.BYTES, frozen, bytes)).isTrue();
        bytes[0] = 9;
        assertThat(FrozenValue.isSame(Types.BYTES, frozen, bytes)).isFalse();
        assertThat((byte[]) FrozenValue.thaw(Types.BYTES, frozen)).containsExactly(1, 2);

        List<String> words = new ArrayList<>(List.of("a"));
        Object frozenWords = FrozenValue.freeze(Types.arrayOf(Types.TEXT), words);
        words.add("b");
        assertThat(FrozenValue.isSame(Types.arrayOf(Types.TEXT), frozenWords, words))
                .isFalse();
        assertThat(FrozenValue.thaw(Types.arrayOf(Types.TEXT), frozenWords)).isEqualTo(List.of("a"));
    }

    @Test
    void immutableValuesAreKeptAsTheyAre() {
        String text = "x";
        assertThat(FrozenValue.freeze(Types.TEXT, text)).isSameAs(text);
        assertThat(FrozenValue.isSame(Types.TEXT, text, "x")).isTrue();
        assertThat(FrozenValue.isSame(Types.TEXT, text, null)).isFalse();
        assertThat(FrozenValue.isSame(Types.TEXT, null, null)).isTrue();
    }
}
