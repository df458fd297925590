package io.fluxalchemy.metamodel.everything;

import static io.fluxalchemy.metamodel.everything.Everything_.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.Attribute;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EmbeddableModel;
import io.fluxalchemy.mapping.model.EntityModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The accessors reach every field, whoever declares it and however hidden it is. */
class GeneratedAccessorsTest {

    private static final Map<String, Object> VALUES = new HashMap<>(Map.ofEntries(
            Map.entry("id", 5L),
            Map.entry("version", 3),
            Map.entry("label", "l"),
            Map.entry("title", "t"),
            Map.entry("isbnNumber", "i"),
            Map.entry("story", "s"),
            Map.entry("flag", true),
            Map.entry("maybe", true),
            Map.entry("small", (short) 1),
            Map.entry("smallOrNull", (short) 2),
            Map.entry("number", 3),
            Map.entry("numberOrNull", 4),
            Map.entry("big", 5L),
            Map.entry("bigOrNull", 6L),
            Map.entry("real", 1.5f),
            Map.entry("realOrNull", 2.5f),
            Map.entry("precise", 3.5),
            Map.entry("preciseOrNull", 4.5),
            Map.entry("decimal", BigDecimal.ONE),
            Map.entry("price", BigDecimal.TEN),
            Map.entry("day", LocalDate.MAX),
            Map.entry("time", LocalTime.NOON),
            Map.entry("local", LocalDateTime.MAX),
            Map.entry("madeAt", Instant.EPOCH),
            Map.entry("offset", OffsetDateTime.MAX),
            Map.entry("token", new UUID(1, 2)),
            Map.entry("bytes", new byte[] {1}),
            Map.entry("shade", Everything.Shade.DARK),
            Map.entry("ordinal", Everything.Shade.LIGHT),
            Map.entry("words", List.of("w")),
            Map.entry("numbers", List.of(1)),
            Map.entry("shades", List.of(Everything.Shade.DARK)),
            Map.entry("money", new Money(BigDecimal.ONE)),
            Map.entry("tags", Map.of("a", List.of("b"))),
            Map.entry("home", new Place("h", 1)),
            Map.entry("work", new Place("w", 2)),
            Map.entry("point", new Point(1, 2, null)),
            Map.entry("owner", new Owner(new UUID(3, 4), "o")),
            Map.entry("part", new Part()),
            Map.entry("twin", new Owner(new UUID(5, 6), "p")),
            Map.entry("inners", new HashSet<>()),
            Map.entry("friends", new ArrayList<>()),
            Map.entry("parts", new ArrayList<>()),
            Map.entry("model", "m"),
            Map.entry("alias", "a"),
            Map.entry("source", "s")));

    @Test
    void everyFieldIsReadAsItWasSet() {
        Everything entity = EVERYTHING.model().create();

        for (Attribute<Everything> attribute : EVERYTHING.model().attributes()) {
            assertThat(VALUES).containsKey(attribute.name());
            Object value = VALUES.get(attribute.name());
            set(attribute, entity, value);
            assertThat(attribute.access().get(entity)).as(attribute.name()).isEqualTo(value);
        }

        assertThat(EVERYTHING.model().attributes()).hasSize(VALUES.size());
        assertThat(entity.getId()).isEqualTo(5L);
        assertThat(entity.getVersion()).isEqualTo(3);
        assertThat(entity.getTitle()).isEqualTo("t");
        assertThat(entity.getLabel()).isEqualTo("l");
        assertThat(entity.number).isEqualTo(3);
    }

    @Test
    void whatMayBeNullCanBeSetToNull() {
        Everything entity = new Everything();

        for (Attribute<Everything> attribute : EVERYTHING.model().attributes()) {
            if (!(attribute instanceof BasicAttribute<?, ?> basic && basic.primitive())) {
                set(attribute, entity, VALUES.get(attribute.name()));
                set(attribute, entity, null);
                assertThat(attribute.access().get(entity)).as(attribute.name()).isNull();
            }
        }
    }

    @Test
    void anAttributeOfAnEntityDoesNotSeeAnotherEntity() {
        Everything one = new Everything();
        Everything other = new Everything();
        set(EVERYTHING.model().id(), one, 1L);

        assertThat(EVERYTHING.model().id().access().get(other)).isNull();
    }

    @Test
    void anEmbeddableClassIsMadeFieldByField() {
        EmbeddableModel<Point> model = Point_.model(Map.of());

        Point point = model.create().apply(new Object[] {1, 2, new Money(BigDecimal.ONE)});

        assertThat(List.of(point.x(), point.y(), point.worth())).containsExactly(1, 2, new Money(BigDecimal.ONE));
        assertThat(model.parts(point)).containsExactly(1, 2, new Money(BigDecimal.ONE));
        assertThat(model.create().apply(new Object[] {1, null, null}).y()).isNull();
    }

    @Test
    void anEmbeddableRecordIsMadeByItsConstructor() {
        EmbeddableModel<Place> model = Place_.model(Map.of("city", "town"));

        assertThat(model.create().apply(new Object[] {"Rome", 3})).isEqualTo(new Place("Rome", 3));
        assertThat(model.parts(new Place("Rome", 3))).containsExactly("Rome", 3);
        assertThat(model.column("city")).isEqualTo("town");
        assertThat(model.column("level")).isEqualTo("level");
        assertThatThrownBy(() -> set(model.attributes().get(0).access(), new Place("Rome", 3), "Paris"))
                .hasMessage("Place is a record: city is given to its constructor");
    }

    @Test
    void aCompositeIdIsReadAndMade() {
        EntityModel<Part> model = Part_.PART.model();
        Part part = new Part();
        part.id = new PartId(1L, 2);

        assertThat(model.columns().key(part)).isEqualTo(new PartId(1L, 2));
        assertThat(model.columns().keyOf(new Object[] {1L, 2})).isEqualTo(new PartId(1L, 2));
        assertThat(Set.of(Part_.PART.id.orderId.name(), Part_.PART.id.no.name()))
                .containsExactlyInAnyOrder("order_id", "no");
    }

    private static void set(Attribute<Everything> attribute, Everything entity, Object value) {
        set(attribute.access(), entity, value);
    }

    @SuppressWarnings("unchecked")
    private static <E> void set(Accessor<E, ?> access, E owner, Object value) {
        ((Accessor<E, Object>) access).set(owner, value);
    }
}
