package io.fluxalchemy.mapping.state;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small entity with a generated id and a list of others, described by hand. */
final class Shelf {

    static final ToManyAttribute<Shelf, Shelf> INNER = toMany("inner", ToManyAttribute.Kind.LIST);
    static final ToManyAttribute<Shelf, Shelf> INNER_SET = toMany("inner", ToManyAttribute.Kind.SET);
    static final EntityModel<Shelf> MODEL = EntityModel.of(Shelf.class, "shelf", Shelf::new)
            .id(BasicAttribute.of("id", "id", Types.BIGINT, Accessor.<Shelf, Long>of(s -> s.id, (s, v) -> s.id = v))
                    .generated(new Generation.Identity()))
            .attribute(INNER)
            .build();

    @Nullable
    Long id;

    Collection<Shelf> inner = new ArrayList<>();

    private static ToManyAttribute<Shelf, Shelf> toMany(String name, ToManyAttribute.Kind kind) {
        return new ToManyAttribute<>(
                name,
                Accessor.of(s -> s.inner, (s, v) -> s.inner = v == null ? new ArrayList<>() : v),
                () -> {
                    throw new AssertionError("no table is needed");
                },
                kind,
                "outer",
                null,
                Set.of(),
                false,
                List.of());
    }
}
