package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.JoinColumnModel;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.type.Types;
import java.util.List;
import java.util.Set;
import java.util.UUID;

public final class Profile_ extends EntityTable<Profile, UUID> {
    public static final Profile_ PROFILE = new Profile_(null);
    public final ToOne<Profile, Author> author = new ToOne<>(this, "author", () -> Author_.AUTHOR);

    private Profile_(String alias) {
        super(Model.MODEL, alias);
    }

    @Override
    public Profile_ as(String alias) {
        return new Profile_(alias);
    }

    /** Stands for one that was not loaded. */
    public static final class Reference extends Profile implements EntityReference {
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
        static final EntityModel<Profile> MODEL = EntityModel.of(Profile.class, "profile", Profile::new)
                .reference(Reference::new)
                .id(BasicAttribute.of("id", "id", Types.UUID, Accessor.<Profile, UUID>of(p -> p.id, (p, v) -> p.id = v))
                        .generated(new Generation.RandomUuid()))
                .attribute(BasicAttribute.of(
                        "text", "text", Types.TEXT, Accessor.<Profile, String>of(p -> p.text, (p, v) -> p.text = v)))
                .attribute(new ToOneAttribute<Profile, Author>(
                        "author",
                        Accessor.of(p -> p.author, (p, v) -> p.author = v),
                        () -> Author_.AUTHOR,
                        List.of(new JoinColumnModel("author_id", "id", Types.BIGINT)),
                        null,
                        true,
                        true,
                        true,
                        true,
                        Set.of(),
                        false))
                .build();
    }
}
