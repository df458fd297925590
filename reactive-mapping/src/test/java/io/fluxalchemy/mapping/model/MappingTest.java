package io.fluxalchemy.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.library.Author;
import io.fluxalchemy.mapping.library.Author_;
import io.fluxalchemy.mapping.library.Book;
import io.fluxalchemy.mapping.library.Book_;
import io.fluxalchemy.mapping.library.Library;
import io.fluxalchemy.mapping.library.Profile_;
import io.fluxalchemy.mapping.library.Tag_;
import io.fluxalchemy.schema.ColumnDefinition;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.schema.UniqueConstraint;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.Types;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MappingTest {

    @Test
    void bothSidesOfARelationSeeTheSameColumns() {
        RelationLink author = link(Book_.BOOK, "author");
        RelationLink books = link(Author_.AUTHOR, "books");

        assertThat(author.pairs()).containsExactly(new ColumnPair("author_id", "id", Types.BIGINT));
        assertThat(books.pairs()).containsExactly(new ColumnPair("id", "author_id", Types.BIGINT));
        assertThat(author.inverse()).isSameAs(books.attribute());
        assertThat(books.inverse()).isSameAs(author.attribute());
        assertThat(author.isOwningSide()).isTrue();
        assertThat(books.isOwningSide()).isFalse();
    }

    @Test
    void bothSidesOfAManyToManySeeTheSameLinkTableTurnedRound() {
        LinkTable fromBook = link(Book_.BOOK, "tags").linkTable();
        LinkTable fromTag = link(Tag_.TAG, "books").linkTable();

        assertThat(fromBook.columnNames()).containsExactly("book_id", "tag_code");
        assertThat(fromTag.columnNames()).containsExactly("tag_code", "book_id");
        assertThat(fromTag.near()).containsExactly(new ColumnPair("code", "tag_code", Types.varchar(8)));
        assertThat(fromTag.far()).containsExactly(new ColumnPair("book_id", "id", Types.BIGINT));
    }

    @Test
    void tablesAreDefinedWithKeysUniquesAndLinkTables() {
        List<TableDefinition> definitions = Library.MAPPING.tableDefinitions();

        TableDefinition book = definitions.get(1);
        assertThat(book.columns())
                .containsExactly(
                        new ColumnDefinition("id", Types.BIGINT, false, new Generation.Identity()),
                        new ColumnDefinition("title", Types.TEXT, false, null),
                        new ColumnDefinition("pages", Types.INTEGER, true, null),
                        new ColumnDefinition("author_id", Types.BIGINT, false, null));
        assertThat(book.primaryKey()).containsExactly("id");
        assertThat(book.keys())
                .containsExactly(new ForeignKey(
                        null,
                        List.of("author_id"),
                        TableName.of("author"),
                        List.of("id"),
                        ForeignKey.Action.NO_ACTION));
        assertThat(definitions.get(2).uniques()).containsExactly(new UniqueConstraint(null, List.of("label")));
        assertThat(definitions.get(3).uniques()).containsExactly(new UniqueConstraint(null, List.of("author_id")));
        TableDefinition link = definitions.get(6);
        assertThat(link.tableName()).isEqualTo(TableName.of("book_tag"));
        assertThat(link.primaryKey()).containsExactly("book_id", "tag_code");
        assertThat(link.keys()).hasSize(2);
        assertThat(Library.MAPPING.sequences()).containsExactly(new Generation.Sequence("employee_seq", 1, 50));
    }

    @Test
    void anEntityObjectFindsItsModelAlsoThroughAReference() {
        Author reference = Author_.AUTHOR.model().reference().apply(1L);

        assertThat(Library.MAPPING.modelOf(reference)).isSameAs(Author_.AUTHOR.model());
    }

    @Test
    void aClassThatIsNoEntityIsRefusedWithTheFix() {
        assertThatThrownBy(() -> Library.MAPPING.modelOf("text"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("java.lang.String is not one of this session factory's entities (Author, Book,")
                .hasMessageContaining("add String.class to AsyncSessionFactory.of(…)");
    }

    @Test
    void aRelationToAClassThatIsNoEntityIsRefused() {
        assertThatThrownBy(() -> Mapping.of(List.of(Author_.AUTHOR, Profile_.PROFILE)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Author.books leads to io.fluxalchemy.mapping.library.Book, which is not one of")
                .hasMessageContaining("add Book.class to AsyncSessionFactory.of(…)");
    }

    @Test
    void twoEntitiesOnOneTableAreRefused() {
        assertRefused(
                List.of(
                        table(author().build()),
                        table(model(Book.class, "author").build())),
                Author.class.getName() + " and " + Book.class.getName() + " are both mapped to table author");
    }

    @Test
    void twoAttributesOnOneColumnAreRefused() {
        assertRefused(
                List.of(table(author().attribute(text("name", "name"))
                        .attribute(text("title", "name"))
                        .build())),
                "Author.name and Author.title are both written to column author.name");
    }

    @Test
    void aSecondMappingThatOnlyReadsTheColumnIsAllowed() {
        Mapping mapping = Mapping.of(List.of(table(author().attribute(text("name", "name"))
                .attribute(text("title", "name").notInsertable().notUpdatable())
                .build())));

        assertThat(mapping.tableDefinitions().get(0).columns())
                .extracting(ColumnDefinition::name)
                .containsExactly("id", "name");
    }

    @Test
    void aRelationMappedByNothingThatExistsIsRefused() {
        assertRefused(
                List.of(table(author().attribute(books("writer")).build()), Book_.BOOK, Tag_.TAG, Profile_.PROFILE),
                "Author.books is mapped by Book.writer, which does not exist: add that attribute to "
                        + Book.class.getName());
    }

    @Test
    void aRelationMappedByAColumnIsRefused() {
        assertRefused(
                List.of(table(author().attribute(books("title")).build()), Book_.BOOK, Tag_.TAG),
                "Author.books is mapped by Book.title, which is not the owning side: it must be a relation to Author");
    }

    @Test
    void aJoinColumnOfAnotherTypeThanTheIdIsRefused() {
        assertRefused(
                List.of(
                        Author_.AUTHOR,
                        Profile_.PROFILE,
                        Tag_.TAG,
                        table(book(new JoinColumnModel("author_id", "id", Types.TEXT)))),
                "Book.author: join column author_id is text, but author.id is bigint");
    }

    @Test
    void aJoinColumnThatRefersToNoIdIsRefused() {
        assertRefused(
                List.of(
                        Author_.AUTHOR,
                        Profile_.PROFILE,
                        Tag_.TAG,
                        table(book(new JoinColumnModel("author_name", "name", Types.TEXT)))),
                "Book.author: join column author_name refers to author.name, which is not in the id of Author [id]");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertRefused(
                List.of(table(author().attribute(text("name", "name"))
                        .attribute(text("title", "name"))
                        .attribute(books("writer"))
                        .build())),
                "3 things are wrong with the entities:");
    }

    private static void assertRefused(List<EntityTable<?, ?>> tables, String message) {
        assertThatThrownBy(() -> Mapping.of(tables))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message);
    }

    private static RelationLink link(EntityTable<?, ?> table, String attribute) {
        return Library.MAPPING.relation(table.model(), table.model().attribute(attribute));
    }

    private static EntityModel.Builder<Author> author() {
        return model(Author.class, "author");
    }

    private static <E> EntityModel.Builder<E> model(Class<E> type, String table) {
        return EntityModel.of(type, table, () -> null)
                .id(BasicAttribute.of("id", "id", Types.BIGINT, Accessor.<E, Long>of(e -> null, (e, v) -> {})));
    }

    private static BasicAttribute<Author, String> text(String name, String column) {
        return BasicAttribute.of(name, column, Types.TEXT, Accessor.of(a -> null, (a, v) -> {}));
    }

    private static ToManyAttribute<Author, Book> books(String mappedBy) {
        return new ToManyAttribute<>(
                "books",
                Accessor.of(a -> a.books, (a, v) -> {}),
                () -> Book_.BOOK,
                ToManyAttribute.Kind.LIST,
                mappedBy,
                null,
                Set.of(),
                false,
                List.of());
    }

    private static EntityModel<Book> book(JoinColumnModel join) {
        return model(Book.class, "book")
                .attribute(new ToOneAttribute<Book, Author>(
                        "author",
                        Accessor.of(b -> b.author, (b, v) -> {}),
                        () -> Author_.AUTHOR,
                        List.of(join),
                        null,
                        true,
                        false,
                        true,
                        true,
                        Set.of(),
                        false))
                .build();
    }

    private static <E> EntityTable<E, Long> table(EntityModel<E> model) {
        return new Plain<>(model, null);
    }

    /** A table without fields. */
    private static final class Plain<E> extends EntityTable<E, Long> {
        Plain(EntityModel<E> model, String alias) {
            super(model, alias);
        }

        @Override
        public EntityTable<E, Long> as(String alias) {
            return new Plain<>(model(), alias);
        }
    }
}
