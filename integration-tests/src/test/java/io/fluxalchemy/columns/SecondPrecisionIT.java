package io.fluxalchemy.columns;

import static io.fluxalchemy.columns.ColumnDatabases.await;
import static io.fluxalchemy.columns.times.Event_.EVENT;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.columns.times.EpochConverter.Epoch;
import io.fluxalchemy.columns.times.Event;
import io.fluxalchemy.columns.times.Span;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.flush.FlushRefusedException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times of which a column keeps some digits of the second: cut when written, and what the entity holds is what the row holds. */
class SecondPrecisionIT {

    @RegisterExtension
    static final ColumnDatabases DATABASES = new ColumnDatabases(Event.class);

    private static final Instant NANOS = Instant.parse("2026-11-21T10:11:12.987654321Z");
    private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:59.987654321Z");

    static final class Marks extends Table<Marks> {
        static final Marks MARKS = new Marks(Name.of("mark"));
        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TemporalColumn<Instant> at = timestamp("at_time", 3);
        final TemporalColumn<LocalTime> time = temporal("day_time", Types.time(0), notNull());

        private Marks(Name name) {
            super(name, Marks::new);
        }
    }

    private static Event event(Instant at) {
        Event event = new Event();
        event.millis = at;
        event.micros = at;
        event.offset = at.atOffset(ZoneOffset.ofHours(2));
        event.local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        event.time = event.local.toLocalTime();
        event.epoch = new Epoch(at);
        event.span = new Span(at, Instant.EPOCH);
        return event;
    }

    private static void assertCut(Event event, String second) {
        String day = second.startsWith("12") ? "2026-11-21T10:11:" : "1969-12-31T23:59:";
        assertThat(event.millis).isEqualTo(Instant.parse(day + second + ".987Z"));
        assertThat(event.micros).isEqualTo(Instant.parse(day + second + ".987654Z"));
        assertThat(event.offset.toInstant()).isEqualTo(Instant.parse(day + second + ".9876Z"));
        assertThat(event.local).isEqualTo(LocalDateTime.parse(day + second));
        assertThat(event.time).isEqualTo(LocalTime.parse(day.substring(11) + second + ".98"));
        assertThat(event.epoch.at()).isEqualTo(Instant.parse(day + second + ".987Z"));
        assertThat(event.span.opened()).isEqualTo(Instant.parse(day + second + "Z"));
        assertThat(event.span.closed()).isEqualTo(Instant.EPOCH);
    }

    private static Event read(DatabaseKind kind, Long id) {
        return await(DATABASES.sessions(kind).read(s -> s.get(EVENT, id)));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anInsertedEntityHoldsWhatItsRowHolds(DatabaseKind kind) {
        Event event = await(DATABASES.sessions(kind).transaction(s -> s.persist(event(NANOS))));
        assertCut(event, "12");
        assertCut(read(kind, event.id), "12");
        Event old = await(DATABASES.sessions(kind).transaction(s -> s.persist(event(BEFORE_1970))));
        assertCut(old, "59");
        assertCut(read(kind, old.id), "59");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void anUpdatedEntityHoldsWhatItsRowHolds(DatabaseKind kind) {
        AsyncSessionFactory sessions = DATABASES.sessions(kind);
        Long id = await(sessions.transaction(s -> s.persist(new Event()))).id;
        Event updated = await(sessions.transaction(s -> s.get(EVENT, id).doOnNext(found -> {
            Event wanted = event(NANOS);
            found.millis = wanted.millis;
            found.micros = wanted.micros;
            found.offset = wanted.offset;
            found.local = wanted.local;
            found.time = wanted.time;
            found.epoch = wanted.epoch;
            found.span = wanted.span;
        })));
        assertCut(updated, "12");
        assertCut(read(kind, id), "12");
        assertThat(updated.version).isEqualTo(1);
        DATABASES.forget();
        await(sessions.transaction(
                s -> s.get(EVENT, id).flatMap(found -> s.flush().thenReturn(found))));
        assertThat(DATABASES.statements()).noneMatch(sql -> sql.startsWith("update"));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatIsCutIsGivenBackWhenTheTransactionIsRolledBack(DatabaseKind kind) {
        Event event = event(NANOS);
        assertThatThrownBy(() -> await(DATABASES
                        .sessions(kind)
                        .transaction(s -> s.persist(event)
                                .doOnNext(stored -> assertCut(stored, "12"))
                                .map(stored -> {
                                    throw new IllegalStateException("no");
                                }))))
                .hasMessage("no");
        assertThat(event.millis).isEqualTo(NANOS);
        assertThat(event.span.opened()).isEqualTo(NANOS);
        assertThat(event.id).isNull();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aColumnThatDoesNotSaySoRefusesNanosecondsAndNamesBothFixes(DatabaseKind kind) {
        Event event = new Event();
        event.exact = NANOS;
        assertThatThrownBy(() -> await(DATABASES.sessions(kind).transaction(s -> s.persist(event))))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessageContaining("Event.exact")
                .hasMessageContaining("truncatedTo(ChronoUnit.MICROS)")
                .hasMessageContaining("@Column(secondPrecision = 6)");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void tablesCutToo(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.engine(kind);
        Marks m = Marks.MARKS;
        await(engine.dropAll(MetaData.of(m)));
        await(engine.createAll(MetaData.of(m)));
        await(engine.execute(insertInto(m).set(m.id, 1).set(m.at, NANOS).set(m.time, LocalTime.parse("01:02:03.9"))));
        Instant cut = Instant.parse("2026-11-21T10:11:12.987Z");
        assertThat(await(engine.one(select(m.at).from(m)))).isEqualTo(cut);
        assertThat(await(engine.one(select(m.time).from(m)))).isEqualTo(LocalTime.parse("01:02:03"));
        await(engine.execute(update(m).set(m.at, BEFORE_1970).where(m.at.eq(cut))));
        assertThat(await(engine.one(select(m.at).from(m)))).isEqualTo(Instant.parse("1969-12-31T23:59:59.987Z"));
        assertThat(await(engine.one(select(m.id).from(m).where(m.at.gt(Instant.parse("1969-12-31T23:59:59.986999Z"))))))
                .isEqualTo(1);
        assertThat(await(engine.all(select(m.id).from(m).where(m.at.ge(Instant.parse("1969-12-31T23:59:59.987001Z"))))))
                .as("compared with the whole value, not with a cut one")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theColumnItselfHasThatPrecision(DatabaseKind kind) {
        DATABASES.sessions(kind);
        Long id = await(DATABASES.sessions(kind).transaction(s -> s.persist(new Event()))).id;
        String raw = kind == DatabaseKind.H2
                ? "timestamp with time zone '2026-11-21 10:11:12.987004+00:00'"
                : "'2026-11-21 10:11:12.987004'";
        await(DATABASES
                .engine(kind)
                .execute(io.fluxalchemy.sql.Sql.sql("update event set millis = " + raw + " where id = " + id)));
        assertThat(read(kind, id).millis.getNano()).isEqualTo(987_000_000);
    }
}
