package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

public final class Tag_ extends EntityTable<Tag, String> {
    public static final Tag_ TAG = new Tag_(null);
    public final TextColumn code = new TextColumn(this, "code", Types.varchar(8));
    public final ToMany<Tag, Book> books = new ToMany<>(this, "books", () -> Book_.BOOK);

    private Tag_(String alias) {
        super(Model.MODEL, alias);
    }

    @Override
    public Tag_ as(String alias) {
        return new Tag_(alias);
    }

    private static final class Model {
        static final EntityModel<Tag> MODEL = EntityModel.of(Tag.class, "tag", Tag::new)
                .id(BasicAttribute.of(
                        "code", "code", Types.varchar(8), Accessor.<Tag, String>of(t -> t.code, (t, v) -> t.code = v)))
                .attribute(BasicAttribute.of(
                                "label",
                                "label",
                                Types.TEXT,
                                Accessor.<Tag, String>of(t -> t.label, (t, v) -> t.label = v))
                        .asUnique())
                .attribute(new ToManyAttribute<Tag, Book>(
                        "books",
                        Accessor.of(t -> t.books, Model::setBooks),
                        () -> Book_.BOOK,
                        ToManyAttribute.Kind.SET,
                        "tags",
                        null,
                        Set.of(),
                        false,
                        List.of("title")))
                .build();

        private static void setBooks(Tag tag, Collection<Book> books) {
            tag.books = books instanceof Set<Book> set ? set : new LinkedHashSet<>(books);
        }
    }
}
