package io.fluxalchemy.schema;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ForeignKeyViolationException;
import io.fluxalchemy.error.SqlSyntaxException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** A table of a named schema refers to one that names none. */
class NamedSchemaIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final class Owners extends Table<Owners> {
        static final Owners OWNERS = new Owners(Name.of("owner"));
        final NumericColumn<Integer> id = integer("id", primaryKey());

        private Owners(Name name) {
            super(name, Owners::new);
        }
    }

    static final class Pets extends Table<Pets> {
        static final Pets PETS = new Pets(Name.of("zoo", "pet"));
        final NumericColumn<Integer> id = integer("id", primaryKey());
        final NumericColumn<Integer> owner = integer("owner_id", notNull(), references(() -> Owners.OWNERS.id));

        private Pets(Name name) {
            super(name, Pets::new);
        }
    }

    private static final MetaData SCHEMA = MetaData.of(Pets.PETS, Owners.OWNERS);

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"POSTGRESQL", "H2"})
    void theKeyLeadsToTheTableThatStatementsMean(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            try {
                await(engine.execute(sql("create schema zoo")));
                await(engine.createAll(SCHEMA));
                await(engine.createAll(SCHEMA));
                Pets pets = Pets.PETS;
                assertThatThrownBy(() -> await(
                                engine.execute(insertInto(pets).set(pets.id, 1).set(pets.owner, 1))))
                        .isInstanceOf(ForeignKeyViolationException.class);
                await(engine.execute(insertInto(Owners.OWNERS).set(Owners.OWNERS.id, 1)));
                await(engine.execute(insertInto(pets).set(pets.id, 1).set(pets.owner, 1)));
                assertThat(await(engine.one(select(count(pets.id)).from(pets).join(Owners.OWNERS))))
                        .isEqualTo(1);
                await(engine.dropAll(SCHEMA));
            } finally {
                await(engine.close());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"MARIADB"})
    void whereItWouldLeadElsewhereItIsRefusedBeforeAnythingIsCreated(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            try {
                assertThatThrownBy(() -> await(engine.createAll(SCHEMA)))
                        .isInstanceOf(StatementException.class)
                        .hasMessageContaining("zoo.pet")
                        .hasMessageContaining("name the schemas of both");
                assertThatThrownBy(() ->
                                await(engine.one(select(count(Owners.OWNERS.id)).from(Owners.OWNERS))))
                        .isInstanceOf(SqlSyntaxException.class);
            } finally {
                await(engine.close());
            }
        }
    }
}
