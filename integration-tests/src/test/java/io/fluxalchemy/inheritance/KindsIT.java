package io.fluxalchemy.inheritance;

import static io.fluxalchemy.inheritance.kinds.Seat_.SEAT;
import static io.fluxalchemy.inheritance.kinds.Seat_Bed_.BED;
import static io.fluxalchemy.inheritance.kinds.Shape_.SHAPE;
import static io.fluxalchemy.inheritance.kinds.Shape_Circle_.CIRCLE;
import static io.fluxalchemy.inheritance.kinds.Shape_Dot_.DOT;
import static io.fluxalchemy.inheritance.kinds.Ticket_.TICKET;
import static io.fluxalchemy.inheritance.kinds.Ticket_Bug_.BUG;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.inheritance.kinds.Seat;
import io.fluxalchemy.inheritance.kinds.Seat.Bed;
import io.fluxalchemy.inheritance.kinds.Seat.Place;
import io.fluxalchemy.inheritance.kinds.Shape;
import io.fluxalchemy.inheritance.kinds.Shape.Circle;
import io.fluxalchemy.inheritance.kinds.Shape.Dot;
import io.fluxalchemy.inheritance.kinds.Ticket;
import io.fluxalchemy.inheritance.kinds.Ticket.Bug;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.engine.Statements;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** What tells the classes of a hierarchy apart, and how their ids are made, on every database. */
class KindsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Statements statements = new Statements();

    private static <T> T await(Mono<T> work) {
        return work.block(SOON);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyKindOfDiscriminatorAndIdGoesInAndComesBack(DatabaseKind kind) {
        TestDatabase database = TestDatabase.of(kind);
        AsyncEngine engine =
                AsyncEngine.builder().url(database.url()).listener(statements).build();
        try {
            AsyncSessionFactory sessions = AsyncSessionFactory.of(
                    engine, Shape.class, Circle.class, Dot.class, Seat.class, Bed.class, Ticket.class, Bug.class);
            await(sessions.createAll());
            numbers(engine, sessions);
            characters(sessions);
            sequences(engine, sessions);
            inserts(engine, sessions);
        } finally {
            await(engine.close());
            database.close();
        }
    }

    private void numbers(AsyncEngine engine, AsyncSessionFactory sessions) {
        statements.reset();
        await(sessions.transaction(s -> {
            s.addAll(List.of(new Shape("red"), new Dot("green"), new Circle("blue", 1.5), new Dot("grey")));
            return s.flush();
        }));
        statements.assertCount(2); // shapes and dots have the same columns
        List<Shape> shapes = await(sessions.read(s -> s.all(select(SHAPE).orderBy(SHAPE.colour.asc()))));
        assertThat(shapes)
                .extracting(Object::getClass)
                .containsExactly(Circle.class, Dot.class, Dot.class, Shape.class);
        assertThat(((Circle) shapes.get(0)).radius).isEqualTo(1.5);
        assertThat(await(engine.all(select(DOT.colour).orderBy(DOT.colour.asc()))))
                .containsExactly("green", "grey");
        List<Integer> forms =
                await(engine.all(sql("select form from shape order by form").as(Integer.class)));
        assertThat(forms).containsExactly(1, 2, 3, 3);
        statements.reset();
        await(sessions.transaction(s -> s.all(select(SHAPE)).doOnNext(all -> all.forEach(s::delete))));
        statements.assertCount(2); // a select and one delete for all classes
    }

    private void characters(AsyncSessionFactory sessions) {
        Seat seat = new Seat(1, 1);
        Bed bed = new Bed(1, 2, seat);
        await(sessions.transaction(s -> {
            s.addAll(List.of(bed, seat, new Bed(1, 3, bed)));
            return s.flush();
        }));
        Bed last = await(sessions.read(s ->
                s.get(BED, new Place(1, 3), selectin(BED.beside).then(SEAT.whenIs(BED, selectin(BED.beside))))));
        assertThat(last.beside).isExactlyInstanceOf(Bed.class);
        assertThat(((Bed) last.beside).beside).isExactlyInstanceOf(Seat.class);
        List<Seat> seats = await(sessions.read(s -> s.all(select(SEAT))));
        List<Bed> beds = await(sessions.read(s -> s.all(select(BED))));
        assertThat(seats).hasSize(3).filteredOn(Bed.class::isInstance).hasSameSizeAs(beds);
        assertThatThrownBy(() -> await(sessions.transaction(
                        s -> s.get(SEAT, new Place(1, 2)).doOnNext(found -> s.add(new Seat(1, 2))))))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("another Bed object with id");
    }

    private void sequences(AsyncEngine engine, AsyncSessionFactory sessions) {
        statements.reset();
        await(sessions.transaction(s -> {
            Stream.of("a", "b").forEach(title -> s.add(new Ticket(title)));
            Stream.of("c", "d").forEach(title -> s.add(new Bug(title, 3)));
            return s.flush();
        }));
        statements.assertCount(3); // ids for all four, tickets, bugs
        assertThat(await(engine.all(sql("select dtype from ticket order by id").as(String.class))))
                .containsExactly("Ticket", "Ticket", "Defect", "Defect");
        await(sessions.transaction(
                s -> s.all(select(TICKET).where(TICKET.isA(BUG).not()))
                        .doOnNext(tickets ->
                                assertThat(tickets).extracting(t -> t.title).containsExactlyInAnyOrder("a", "b"))));
    }

    private void inserts(AsyncEngine engine, AsyncSessionFactory sessions) {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        await(engine.execute(insertInto(CIRCLE).set(CIRCLE.id, one).set(CIRCLE.radius, 2.5)));
        await(engine.execute(insertInto(DOT).rows(List.of(two)).set(DOT.id, id -> id)));
        Shape circle = await(sessions.read(s -> s.get(SHAPE, one)));
        Shape dot = await(sessions.read(s -> s.get(SHAPE, two)));
        assertThat(circle).isExactlyInstanceOf(Circle.class);
        assertThat(dot).isExactlyInstanceOf(Dot.class);
    }
}
