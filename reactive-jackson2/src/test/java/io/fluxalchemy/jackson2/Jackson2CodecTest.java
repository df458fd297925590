package io.fluxalchemy.jackson2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.GenericType;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Jackson2CodecTest {

    record Phone(String number, int kind) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(Cat.class), @JsonSubTypes.Type(Dog.class)})
    sealed interface Pet permits Cat, Dog {}

    record Cat(int lives) implements Pet {}

    record Dog(String name) implements Pet {}

    private static final SqlType<Phone> PHONE = Types.json(Phone.class);
    private static final SqlType<List<Phone>> PHONES = Types.json(new GenericType<List<Phone>>() {});

    @Test
    void isFoundOnTheClassPathAndKeepsRecords() {
        Object text = PHONE.toStorage(new Phone("1\"\u0000😀", 2));
        assertThat(PHONE.fromStorage(text)).isEqualTo(new Phone("1\"\u0000😀", 2));
    }

    @Test
    void elementsOfListsAndMapsAreOfTheirClass() {
        List<Phone> phones = Arrays.asList(new Phone("1", 1), null);
        assertThat(PHONES.fromStorage(PHONES.toStorage(phones))).isEqualTo(phones);
        SqlType<Map<String, List<Phone>>> byName = Types.json(new GenericType<Map<String, List<Phone>>>() {});
        Map<String, List<Phone>> map = Map.of("a", List.of(new Phone("1", 1)));
        assertThat(byName.fromStorage(byName.toStorage(map))).isEqualTo(map);
    }

    @Test
    void subclassesInListsKeepTheNameTheirInterfaceAsksFor() {
        SqlType<List<Pet>> pets = Types.json(new GenericType<List<Pet>>() {});
        List<Pet> both = List.of(new Cat(9), new Dog("rex"));
        assertThat(pets.fromStorage(pets.toStorage(both))).isEqualTo(both);
    }

    @Test
    void classesAreNotChosenByNamesInTheText() {
        SqlType<Object> any = Types.json(Object.class);
        assertThat(any.fromStorage("[\"java.net.URL\", \"http://localhost\"]")).isInstanceOf(List.class);
        assertThat(any.fromStorage("{\"@class\": \"java.net.URL\"}")).isInstanceOf(Map.class);
    }

    @Test
    void nothingIsDroppedInSilence() {
        for (String lossy : List.of(
                "{\"number\": \"1\", \"kind\": 1, \"more\": 2}",
                "{\"number\": \"1\", \"kind\": null}",
                "{\"number\": \"1\", \"kind\": 1.5}",
                "{\"number\": \"1\", \"kind\": 1} 2")) {
            assertThatThrownBy(() -> PHONE.fromStorage(lossy))
                    .as(lossy)
                    .isInstanceOf(ConversionException.class)
                    .hasMessage("the JSON codec cannot read the document as " + Phone.class.getName());
        }
    }

    @Test
    void jsonNullIsNoValue() {
        assertThatThrownBy(() -> PHONES.fromStorage("null"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("java.util.List<" + Phone.class.getName() + ">");
    }

    @Test
    void whatCannotBeWrittenNamesTheClass() {
        SqlType<Object> any = Types.json(Object.class);
        Map<String, Object> circle = new HashMap<>();
        circle.put("self", circle);
        assertThatThrownBy(() -> any.toStorage(circle))
                .isInstanceOf(ConversionException.class)
                .hasMessage("the JSON codec cannot write a java.lang.Object");
    }

    @Test
    void aSubclassBringsItsOwnMapperAndGoesFirst() {
        Jackson2Codec own = new Jackson2Codec(JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()) {};
        assertThat(own.read("1.10", Object.class)).isEqualTo(new BigDecimal("1.10"));
        assertThat(own.isShipped()).isFalse();
        assertThat(new Jackson2Codec().isShipped()).isTrue();
    }
}
