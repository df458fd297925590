package io.fluxalchemy.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of the JSON codecs on a class path is used. */
class FoundCodecTest {

    private static class Own implements JsonCodec {

        @Override
        public @Nullable Object read(String json, Type type) {
            return null;
        }

        @Override
        public String write(Object value, Type type) {
            return "";
        }
    }

    private static final class Shipped extends Own {

        @Override
        public boolean isShipped() {
            return true;
        }
    }

    private final JsonCodec own = new Own();
    private final JsonCodec shipped = new Shipped();

    @Test
    void theShippedOneIsUsedWhereThereIsNoOther() {
        assertThat(FoundCodec.choose(List.of(shipped)).require()).isSameAs(shipped);
    }

    @Test
    void theApplicationsOwnGoesFirstInEveryOrder() {
        assertThat(FoundCodec.choose(List.of(shipped, own)).require()).isSameAs(own);
        assertThat(FoundCodec.choose(List.of(own, shipped, new Shipped())).require())
                .isSameAs(own);
    }

    @Test
    void twoOfOneRankAreRefusedByName() {
        assertThatThrownBy(
                        () -> FoundCodec.choose(List.of(shipped, new Shipped())).require())
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(Shipped.class.getName() + " and " + Shipped.class.getName());
        assertThatThrownBy(() ->
                        FoundCodec.choose(List.of(own, new Own(), shipped)).require())
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(Own.class.getName() + " and " + Own.class.getName());
    }

    @Test
    void aTypeWithParametersKnowsItself() {
        GenericType<List<String>[]> type = new GenericType<>() {};
        assertThat(type.rawClass()).isEqualTo(List[].class);
        assertThat(type).hasToString("java.util.List<java.lang.String>[]");
        assertThat(new GenericType<List<?>>() {}.rawClass()).isEqualTo(List.class);
        assertThat(Types.json(new GenericType<List<String>>() {}))
                .isEqualTo(Types.json(new GenericType<List<String>>() {}))
                .isNotEqualTo(Types.json(new GenericType<List<Integer>>() {}));
    }

    @Test
    void aTypeVariableIsRefused() {
        assertThatThrownBy(FoundCodecTest::<String>open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type variable T");
    }

    private static <T> GenericType<List<T>> open() {
        return new GenericType<>() {};
    }
}
