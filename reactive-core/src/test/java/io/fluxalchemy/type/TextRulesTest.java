package io.fluxalchemy.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"\0", "secret\0", "\ud83d", "a\udc00", "\ud83dx", "\udc00\ud83d"})
    void textThatNoDatabaseKeepsIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> Types.TEXT.toStorage(text))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("at index")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Types.JSON.toStorage(text)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Types.varchar(9).toStorage(text)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Types.char_(9).toStorage(text)).isInstanceOf(ConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "😀", "a😀b", "\u0001\uffff"})
    void otherTextIsKeptAsItIs(String text) {
        assertThat(Types.TEXT.toStorage(text)).isEqualTo(text);
    }

    @Test
    void lengthIsCountedInCharactersNotInJavaChars() {
        assertThat(Types.varchar(2).toStorage("😀😀")).isEqualTo("😀😀");
        assertThatThrownBy(() -> Types.varchar(2).toStorage("😀😀😀"))
                .isInstanceOf(ConversionException.class)
                .hasMessage("the text has 3 characters, varchar(2) keeps at most 2");
    }

    @Test
    void paddingIsNoPartOfAValue() {
        assertThat(Types.char_(4).fromStorage("ab  ")).isEqualTo("ab");
        assertThatThrownBy(() -> Types.char_(4).toStorage("ab "))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("varchar(4)");
    }
}
