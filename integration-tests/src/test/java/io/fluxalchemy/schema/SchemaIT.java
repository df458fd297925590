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

    private static ErrorKind error(AsyncEngine engine, Command command) {
        return await(engine.execute(command)
                .<ErrorKind>then(Mono.empty())
                .onErrorResume(DatabaseException.class, e -> Mono.just(e.kind())));
    }

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }
}
