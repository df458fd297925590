package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.Cascade;
import io.fluxalchemy.mapping.model.EmbeddedAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Author_ extends EntityTable<Author, Long> {
    public static final Author_ AUTHOR = new Author_(null);
    public final NumericColumn<Long> id = new NumericColumn<>(this, "id", Types.BIGINT);
    public final TextColumn name = new TextColumn(this, "name", Types.varchar(20));
    public final Address_ address = new Address_(this, Model.ADDRESS.model());
    public final ToMany<Author, Book> books = new ToMany<>(this, "books", () -> Book_.BOOK);
    public final ToOne<Author, Profile> profile = new ToOne<>(this, "profile", () -> Profile_.PROFILE);

    private Author_(String alias) {
        super(Model.MODEL, alias);
    }

    @Override
    public Author_ as(String alias) {
        return new Author_(alias);
    }

    /** Stands for an author that was not loaded. */
    public static final class Reference extends Author implements EntityReference {
        private final Object referencedId;

        Reference(Object id) {
            this.referencedId = id;
        }

        @Override
        public Object referencedId() {
            return referencedId;
        }
    }

    private static final class Model {
        static final EmbeddedAttribute<Author, Address> ADDRESS = new EmbeddedAttribute<>(
                "address", Accessor.of(a -> a.address, (a, v) -> a.address = v), Address_.model(Map.of()));
        static final EntityModel<Author> MODEL = EntityModel.of(Author.class, "author", Author::new)
                .reference(Reference::new)
                .id(BasicAttribute.of(
                                "id", "id", Types.BIGINT, Accessor.<Author, Long>of(a -> a.id, (a, v) -> a.id = v))
                        .generated(new Generation.Identity()))
                .attribute(BasicAttribute.of(
                                "name",
                                "name",
                                Types.varchar(20),
                                Accessor.<Author, String>of(a -> a.name, (a, v) -> a.name = v))
                        .notNull())
                .version(BasicAttribute.of(
                                "version",
                                "version",
                                Types.INTEGER,
                                Accessor.<Author, Integer>of(a -> a.version, (a, v) -> a.version = v))
                        .asPrimitive())
                .attribute(ADDRESS)
                .attribute(new ToManyAttribute<Author, Book>(
                        "books",
                        Accessor.of(a -> a.books, Model::setBooks),
                        () -> Book_.BOOK,
                        ToManyAttribute.Kind.LIST,
                        "author",
                        null,
                        EnumSet.allOf(Cascade.class),
                        true,
                        List.of()))
                .attribute(new ToOneAttribute<Author, Profile>(
                        "profile",
                        Accessor.of(a -> a.profile, (a, v) -> a.profile = v),
                        () -> Profile_.PROFILE,
                        List.of(),
                        "author",
                        true,
                        false,
                        true,
                        true,
                        Set.of(Cascade.PERSIST),
                        true))
                .build();

        private static void setBooks(Author author, Collection<Book> books) {
            author.books = books instanceof List<Book> list ? list : new ArrayList<>(books);
        }
    }
}
