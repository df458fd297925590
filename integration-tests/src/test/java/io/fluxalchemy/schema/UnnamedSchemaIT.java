package io.fluxalchemy.schema;

import static io.fluxalchemy.schema.tenants.Receipt_.RECEIPT;
import static io.fluxalchemy.sql.Sql.caseWhen;
import static io.fluxalchemy.sql.Sql.cast;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.schema.tenants.Receipt;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.Types;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables, sequences and types that name no schema, in the schema that stands for none: nothing of them is anywhere else. */
class UnnamedSchemaIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TENANTS = List.of("plain_tenant", "Tenant's \"x\"");

    enum Mood {
        GLAD,
        SAD
    }

    private static final class Days extends Table<Days> {

        static final Days DAYS = new Days(Name.of("day"));

        static final Generation.Sequence DRAWN =
                Generation.Sequence.of("Day No").startAt(10);

        final NumericColumn<Long> id = bigint("id", primaryKey(), sequence("day_seq"));
        final NumericColumn<Long> no = bigint("no");
        final ValueColumn<Mood> mood = column("mood", Types.namedEnum("day_mood", Mood.class), notNull());

        private Days(Name name) {
            super(name, Days::new);
        }
    }

    private static final Days DAYS = Days.DAYS;
    private static final MetaData TABLES = MetaData.of(DAYS).with(Days.DRAWN);

    private static <T> T await(Mono<T> work) {
        return work.block(PATIENCE);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void sequencesAndTypesAreWhereTheirTablesAre(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Receipt.class);
            try {
                for (String tenant : TENANTS) {
                    SchemaMap map = SchemaMap.unnamed(tenant);
                    await(engine.execute(sql(
                            "create schema " + engine.dialect().identifiers().quoted(tenant))));
                    await(engine.createAll(TABLES, map));
                    await(engine.createAll(sessions.metaData(), map));
                }
                // each has its own, so both begin anew
                for (String tenant : TENANTS) {
                    TransactionOptions in = TransactionOptions.defaults().schemas(SchemaMap.unnamed(tenant));
                    List<Long> ids = await(engine.transaction(in, c -> written(c)));
                    assertThat(ids).containsExactly(1L, 2L, 3L, 4L);
                    List<String> days = await(engine.read(in, c -> read(c)));
                    assertThat(days).containsExactly("10 GLAD SAD", "11 SAD SAD");
                    List<Receipt> receipts =
                            List.of(new Receipt("a"), new Receipt("b"), new Receipt("c"), new Receipt("d"));
                    await(sessions.transaction(in, s -> {
                        s.addAll(receipts);
                        return s.flush();
                    }));
                    assertThat(receipts).extracting(each -> each.id).containsExactly(1L, 2L, 3L, 4L);
                    assertThat(await(sessions.read(in, s -> s.get(RECEIPT, 4L))).text)
                            .isEqualTo("d");
                }
                for (String tenant : TENANTS) {
                    await(engine.dropAll(TABLES, SchemaMap.unnamed(tenant)));
                    await(engine.dropAll(sessions.metaData(), SchemaMap.unnamed(tenant)));
                    // nothing may be left in it
                    await(engine.execute(
                            sql("drop schema " + engine.dialect().identifiers().quoted(tenant))));
                }
            } finally {
                await(engine.close());
            }
        }
    }

    private static Mono<List<Long>> written(AsyncConnection c) {
        return c.one(insertInto(DAYS)
                        .set(DAYS.mood, Mood.GLAD)
                        .set(DAYS.no, Days.DRAWN.next())
                        .returning(DAYS.id))
                .flux()
                .concatWith(c.one(insertInto(DAYS)
                        .set(DAYS.mood, Mood.SAD)
                        .set(DAYS.no, Days.DRAWN.next())
                        .returning(DAYS.id)))
                .concatWith(c.write(new Batch.Insert(
                                DAYS,
                                List.of(DAYS.mood),
                                List.of(new Object[] {Mood.GLAD}, new Object[] {Mood.SAD}),
                                List.of(DAYS.id)))
                        .flatMapMany(result -> Flux.fromIterable(result.rows()).map(row -> (Long) row[0])))
                .collectList();
    }

    private static Mono<List<String>> read(AsyncConnection c) {
        var shown = caseWhen(DAYS.no.eq(10L), DAYS.mood).orElse(Mood.SAD).as("shown");
        return c.all(
                select(DAYS.no, shown, cast(value("SAD")).as(DAYS.mood.type()).as("same"))
                        .into((no, mood, same) -> no + " " + mood + " " + same)
                        .from(DAYS)
                        .where(DAYS.mood.in(Mood.GLAD, Mood.SAD), DAYS.no.isNotNull())
                        .orderBy(DAYS.no.asc()));
    }
}
