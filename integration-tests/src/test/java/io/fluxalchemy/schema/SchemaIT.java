package io.fluxalchemy.schema;

import static io.fluxalchemy.schema.Clubs.CLUBS;
import static io.fluxalchemy.schema.Players.PLAYERS;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Insert;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** A schema with a circle, and with every kind of constraint, lives and dies on every database. */
class SchemaIT {

    private static final MetaData SCHEMA = MetaData.of(PLAYERS, CLUBS);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Insert ARSENAL = insertInto(CLUBS).set(CLUBS.name, "Arsenal");

    private static Insert player(String name, long club) {
        return insertInto(PLAYERS).set(PLAYERS.name, name).set(PLAYERS.club, club);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aSchemaWithACircleIsCreatedUsedAndDropped(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            try {
                await(engine.createAll(SCHEMA));
                await(engine.createAll(SCHEMA));
                long club = await(engine.one(ARSENAL.returning(CLUBS.id)));
                long first = await(engine.one(player("Saka", club).returning(PLAYERS.id)));
                long second = await(engine.one(
                        player("Rice", club).set(PLAYERS.mentor, first).returning(PLAYERS.id)));
                assertThat(second).isGreaterThan(first);
                await(engine.execute(update(CLUBS).set(CLUBS.captain, second).where(CLUBS.id.eq(club))));
                assertThat(await(engine.one(select(PLAYERS.goals.plus(1), PLAYERS.foot, PLAYERS.twice)
                                .into((goals, foot, twice) -> goals + " " + foot + " " + twice)
                                .from(PLAYERS)
                                .where(PLAYERS.id.eq(first)))))
                        .isEqualTo("1 LEFT 0");
                assertThat(error(engine, player("Saka", club))).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
                assertThat(error(engine, player("", club))).isEqualTo(ErrorKind.CHECK_VIOLATION);
                assertThat(error(engine, player("x", -1))).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION);
                assertThat(error(engine, insertInto(PLAYERS).set(PLAYERS.club, club)))
                        .isEqualTo(ErrorKind.NOT_NULL_VIOLATION);
                await(engine.dropAll(SCHEMA));
                await(engine.dropAll(SCHEMA));
                assertThat(error(engine, ARSENAL)).isEqualTo(ErrorKind.UNDEFINED_OBJECT);
                await(engine.createAll(SCHEMA));
                assertThat(await(engine.execute(ARSENAL))).isEqualTo(1);
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void namesOfAConventionAreTheDatabases(DatabaseKind kind) {
        MetaData named = SCHEMA.named(NamingConvention.of()
                .primaryKey("pk_{table}")
                .unique("uq_{table}_{columns}")
                .foreignKey("fk_{table}_{columns}_{target}")
                .check("ck_{table}_{number}")
                .index("ix_{table}_{columns}"));
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine =
                    AsyncEngine.builder().url(database.url()).serverDetail(true).build();
            try {
                await(engine.createAll(named));
                await(engine.createAll(named));
                long club = await(engine.one(ARSENAL.returning(CLUBS.id)));
                await(engine.execute(player("Saka", club)));
                assertThat(message(engine, player("Saka", club))).containsIgnoringCase("uq_user_group_name");
                assertThat(message(engine, player("", club))).containsIgnoringCase("ck_user_1");
                assertThat(message(engine, player("x", -1))).containsIgnoringCase("fk_user_group_club");
                await(engine.dropAll(named));
                assertThat(error(engine, ARSENAL)).isEqualTo(ErrorKind.UNDEFINED_OBJECT);
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }

    private static String message(AsyncEngine engine, Command command) {
        return await(engine.execute(command)
                .<String>then(Mono.empty())
                .onErrorResume(
                        DatabaseException.class,
                        e -> Mono.just(e + " " + e.getCause().getCause())));
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "POSTGRESQL")
    void someRowsAndExpressionsAreIndexed(DatabaseKind kind) {
        TableDefinition club = CLUBS.definition();
        TableDefinition indexed = new TableDefinition(
                club.tableName(),
                club.columns(),
                club.primaryKey(),
                List.of(),
                club.uniques(),
                club.checks(),
                List.of(Index.onExpression("lower(name)")
                        .unique()
                        .where("captain_id is null")
                        .using("postgresql", "btree")
                        .named("one_name")));
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            try {
                await(engine.createAll(MetaData.of(List.of(indexed))));
                await(engine.execute(ARSENAL));
                Insert other = insertInto(CLUBS).set(CLUBS.name, "ARSENAL");
                assertThat(error(engine, other)).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
                assertThat(await(engine.execute(other.set(CLUBS.captain, 1L)))).isEqualTo(1);
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }

    private static ErrorKind error(AsyncEngine engine, Command command) {
        return await(engine.execute(command)
                .<ErrorKind>then(Mono.empty())
                .onErrorResume(DatabaseException.class, e -> Mono.just(e.kind())));
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }
}
