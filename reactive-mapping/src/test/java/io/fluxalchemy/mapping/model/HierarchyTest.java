package io.fluxalchemy.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.mapping.library.Book_;
import io.fluxalchemy.schema.ColumnDefinition;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Models as generated classes make them; each test makes its own, since a hierarchy knows every model made for it. */
class HierarchyTest {

    abstract static class Animal {
        @Nullable
        Long id;
    }

    static class Dog extends Animal {
        @Nullable
        String trick;
    }

    static class Cat extends Animal {
        @Nullable
        Integer lives;
    }

    private static final class Animals<E> extends EntityTable<E, Long> {

        Animals(EntityModel<E> model) {
            super(model, (String) null);
        }

        @Override
        public Animals<E> as(String alias) {
            throw new UnsupportedOperationException();
        }
    }

    private final EntityModel<Animal> animal = EntityModel.of(Animal.class, "animal", null)
            .discriminator("kind", Types.varchar(31))
            .id(BasicAttribute.of("id", "id", Types.BIGINT, Accessor.<Animal, Long>of(a -> a.id, (a, v) -> a.id = v)))
            .build();

    private EntityModel<Dog> dog(String value) {
        return EntityModel.extending(animal, Dog.class, Dog::new)
                .discriminatedBy(value)
                .attribute(BasicAttribute.of(
                                "trick",
                                "trick",
                                Types.TEXT,
                                Accessor.<Dog, String>of(d -> d.trick, (d, v) -> d.trick = v))
                        .notNull())
                .build();
    }

    private EntityModel<Cat> cat(String value, String column) {
        return EntityModel.extending(animal, Cat.class, Cat::new)
                .discriminatedBy(value)
                .attribute(lives(column, Types.INTEGER))
                .build();
    }

    private static BasicAttribute<Cat, Integer> lives(String column, SqlType<Integer> type) {
        return BasicAttribute.of("lives", column, type, Accessor.of(c -> c.lives, (c, v) -> c.lives = v));
    }

    private static void assertRefused(String message, EntityModel<?>... models) {
        List<Animals<?>> tables =
                java.util.Arrays.stream(models).<Animals<?>>map(Animals::new).toList();
        assertThatThrownBy(() -> Mapping.of(tables))
                .isInstanceOf(MappingException.class)
                .hasMessage(message);
    }

    @Test
    void aSubclassTakesOverTheColumnsOfWhatItExtends() {
        EntityModel<Dog> dog = dog("Dog");
        Dog rex = new Dog();
        rex.id = 7L;
        rex.trick = "roll";

        assertThat(dog.columns().all()).extracting(EntityColumn::name).containsExactly("id", "kind", "trick");
        assertThat((Object) dog.columns().all().get(1))
                .isSameAs(animal.columns().all().get(1));
        assertThat(dog.columns().values(rex)).containsExactly(7L, "Dog", "roll");
        assertThat(dog.root()).isSameAs(animal);
        assertThat(dog.isKindOf(animal)).isTrue();
        assertThat(animal.isKindOf(dog)).isFalse();
        assertThat((Object) dog.id()).isSameAs(animal.id());
    }

    @Test
    void oneTableKeepsEveryColumnAndThoseOfSubclassesMayBeNull() {
        Mapping mapping = Mapping.of(
                List.of(new Animals<>(cat("Cat", "lives")), new Animals<>(animal), new Animals<>(dog("Dog"))));

        assertThat(mapping.tableDefinitions()).hasSize(1);
        TableDefinition table = mapping.tableDefinitions().get(0);
        assertThat(table.columns())
                .containsExactly(
                        new ColumnDefinition("id", Types.BIGINT, false, null),
                        new ColumnDefinition("kind", Types.varchar(31), false, null),
                        new ColumnDefinition("lives", Types.INTEGER, true, null),
                        new ColumnDefinition("trick", Types.TEXT, true, null));
        assertThat(new Animals<>(animal).source().table().isNullable("kind")).isFalse();
        assertThat(new Animals<>(dog("Dog")).source().table().isNullable("trick"))
                .isTrue();
    }

    @Test
    void oneValueForTwoClassesIsRefused() {
        assertRefused(
                Dog.class.getName() + " and " + Cat.class.getName()
                        + " both have the discriminator value pet in table animal: give one of them another @DiscriminatorValue",
                animal,
                dog("pet"),
                cat("pet", "lives"));
    }

    @Test
    void oneColumnOfTwoTypesIsRefused() {
        assertRefused(
                Dog.class.getName() + ".trick and " + Cat.class.getName()
                        + ".lives are both kept in column animal.trick, one as text and one as integer: give them one type, or"
                        + " rename one",
                animal,
                dog("Dog"),
                cat("Cat", "trick"));
    }

    @Test
    void aClassWithoutTheOneItExtendsIsRefused() {
        assertRefused(
                Dog.class.getName() + " extends the entity " + Animal.class.getName()
                        + ", which is not one of this session factory's entities: add Animal.class to"
                        + " AsyncSessionFactory.of(…)",
                dog("Dog"));
    }

    @Test
    void anAbstractClassHasNoInstances() {
        assertThatThrownBy(animal::create)
                .isInstanceOf(MappingException.class)
                .hasMessage(Animal.class.getName() + " is abstract: no row and no object is one");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what javac refuses
    void whatIsNoSubclassIsRefusedWhereTypesDoNotTell() {
        EntityTable animals = new Animals<>(animal);
        EntityTable book = Book_.BOOK;

        assertThatThrownBy(() -> animals.isA(book))
                .isInstanceOf(StatementException.class)
                .hasMessage("animal.isA(book): Book is no entity that extends Animal");
        assertThatThrownBy(() -> animals.treat(book))
                .isInstanceOf(StatementException.class)
                .hasMessage("animal.treat(book): Book is no entity that extends Animal");
        assertThatThrownBy(() -> animals.whenIs(book, null))
                .isInstanceOf(StatementException.class)
                .hasMessage("animal.whenIs(book): Book is no entity that extends Animal");
    }
}
