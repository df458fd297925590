package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.Cascade;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.JoinColumnModel;
import io.fluxalchemy.mapping.model.JoinTableModel;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.Types;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public final class Book_ extends EntityTable<Book, Long> {
    public static final Book_ BOOK = new Book_(null);
    public final NumericColumn<Long> id = new NumericColumn<>(this, "id", Types.BIGINT);
    public final TextColumn title = new TextColumn(this, "title", Types.TEXT);
    public final ToOne<Book, Author> author = new ToOne<>(this, "author", () -> Author_.AUTHOR);
    public final ToMany<Book, Tag> tags = new ToMany<>(this, "tags", () -> Tag_.TAG);

    private Book_(String alias) {
        super(Model.MODEL, alias);
    }

    @Override
    public Book_ as(String alias) {
        return new Book_(alias);
    }

    private static final class Model {
        static final EntityModel<Book> MODEL = EntityModel.of(Book.class, "book", Book::new)
                .id(BasicAttribute.of("id", "id", Types.BIGINT, Accessor.<Book, Long>of(b -> b.id, (b, v) -> b.id = v))
                        .generated(new Generation.Identity()))
                .attribute(BasicAttribute.of(
                                "title",
                                "title",
                                Types.TEXT,
                                Accessor.<Book, String>of(b -> b.title, (b, v) -> b.title = v))
                        .notNull())
                .attribute(BasicAttribute.of(
                        "pages",
                        "pages",
                        Types.INTEGER,
                        Accessor.<Book, Integer>of(b -> b.pages, (b, v) -> b.pages = v)))
                .attribute(new ToOneAttribute<Book, Author>(
                        "author",
                        Accessor.of(b -> b.author, (b, v) -> b.author = v),
                        () -> Author_.AUTHOR,
                        List.of(new JoinColumnModel("author_id", "id", Types.BIGINT)),
                        null,
                        false,
                        false,
                        true,
                        true,
                        Set.of(),
                        false))
                .attribute(new ToManyAttribute<Book, Tag>(
                        "tags",
                        Accessor.of(b -> b.tags, Model::setTags),
                        () -> Tag_.TAG,
                        ToManyAttribute.Kind.SET,
                        null,
                        new JoinTableModel(
                                TableName.of("book_tag"),
                                List.of(new JoinColumnModel("book_id", "id", Types.BIGINT)),
                                List.of(new JoinColumnModel("tag_code", "code", Types.varchar(8)))),
                        Set.of(Cascade.PERSIST),
                        false,
                        List.of()))
                .build();

        private static void setTags(Book book, Collection<Tag> tags) {
            book.tags = tags instanceof Set<Tag> set ? set : new LinkedHashSet<>(tags);
        }
    }
}
