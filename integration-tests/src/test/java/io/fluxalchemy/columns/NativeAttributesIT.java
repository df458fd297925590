package io.fluxalchemy.columns;

import static io.fluxalchemy.columns.ColumnDatabases.await;
import static io.fluxalchemy.columns.machines.Credential_.CREDENTIAL;
import static io.fluxalchemy.columns.machines.Machine_.MACHINE;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.fluxalchemy.columns.machines.Credential;
import io.fluxalchemy.columns.machines.Machine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.processor.MetamodelProcessor;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Bits;
import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.Interval;
import io.fluxalchemy.type.Range;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributes of the types that PostgreSQL alone has, and attributes with SQL around their values. */
class NativeAttributesIT {

    @RegisterExtension
    static final ColumnDatabases MACHINES = new ColumnDatabases(Machine.class);

    @RegisterExtension
    static final ColumnDatabases CREDENTIALS = new ColumnDatabases(Credential.class);

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private static Machine machine(int number) {
        Machine machine = new Machine();
        machine.warranty = Interval.of(Period.of(number, 2, 3));
        machine.address = Inet.parse("10.0.0." + number);
        machine.flags = new Bits("0101");
        machine.ports = Range.closedOpen(8000 + number, 8010 + number);
        machine.inUse = Range.atLeast(NINE);
        machine.labels = Map.of("rack", "r" + number, "unit", "7");
        return machine;
    }

    @Test
    void theyAreWrittenReadComparedAndKeptAsTheyAre() {
        await(MACHINES.engine(DatabaseKind.POSTGRESQL).execute(sql("create extension hstore")));
        AsyncSessionFactory sessions = MACHINES.sessions(DatabaseKind.POSTGRESQL);
        List<Machine> stored = List.of(machine(1), machine(2), new Machine());
        await(sessions.transaction(s -> {
            s.addAll(stored);
            return s.flush();
        }));
        await(sessions.read(s -> s.all(select(MACHINE).orderBy(MACHINE.id.asc()))
                .doOnNext(read -> assertThat(read).usingRecursiveComparison().isEqualTo(stored))));
        await(sessions.read(s -> s.one(select(MACHINE.id)
                        .from(MACHINE)
                        .where(
                                MACHINE.ports.contains(8011),
                                MACHINE.inUse.contains(NINE.plusSeconds(1)),
                                MACHINE.labels.get("rack").eq("r2"),
                                MACHINE.address.eq(Inet.parse("10.0.0.2")),
                                MACHINE.flags.eq(new Bits("0101")),
                                MACHINE.warranty.gt(Interval.of(Period.of(2, 0, 0)))))
                .doOnNext(id -> assertThat(id).isEqualTo(stored.get(1).id))));
        MACHINES.forget();
        await(sessions.transaction(s -> s.get(MACHINE, stored.get(0).id)
                .doOnNext(same -> {
                    same.labels = new HashMap<>(same.labels);
                    same.ports = Range.closed(8001, 8010);
                })
                .then(s.flush())));
        assertThat(MACHINES.statements())
                .as("equal values are not written")
                .noneMatch(text -> text.startsWith("update"));
        await(sessions.transaction(s -> s.get(MACHINE, stored.get(0).id).doOnNext(other -> other.labels = Map.of())));
        assertThat(MACHINES.statements()).anyMatch(text -> text.startsWith("update machine set labels ="));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatHasSqlAroundItIsStoredWithItAndReadWithoutIt(DatabaseKind kind) {
        AsyncSessionFactory sessions = CREDENTIALS.sessions(kind);
        List<Credential> stored = List.of(new Credential("one"), new Credential("two"), new Credential("it's"));
        await(sessions.transaction(s -> {
            s.addAll(stored);
            return s.flush();
        }));
        await(sessions.transaction(
                s -> s.one(select(CREDENTIAL).where(CREDENTIAL.word.eq("two"))).doOnNext(two -> {
                    assertThat(two.word).isEqualTo("two");
                    two.word = "deux";
                })));
        assertThat(await(CREDENTIALS
                        .engine(kind)
                        .all(sql("select word from credential order by id").as(String.class))))
                .containsExactly("~one", "~deux", "~it's");
        List<String> read = await(sessions.read(
                s -> s.all(select(CREDENTIAL.word).from(CREDENTIAL).orderBy(CREDENTIAL.id.asc()))));
        assertThat(read).containsExactly("one", "deux", "it's");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Range<String> span; | Book.span: no range type is known for Range<String>. There are ranges of Integer, Long, BigDecimal, LocalDate, LocalDateTime and Instant.
            @Hstore Map<String, Integer> counts; | Book.counts: @Hstore is for texts by keys, the field is Map<String, Integer>. Declare a Map<String, String>, or use @Json for other values.
            @Wrapped(write = "f(?)", read = "{0}") String text; | Book.text: @Wrapped does not say where the value stands. Write {0} in both texts, as in write = "f({0})", read = "g({0})".
            @Wrapped(write = "f({0})", read = "{0}") List<String> texts; | Book.texts: @Wrapped writes SQL around one value, and this column holds several. Remove it, or keep the value as a document with @Json.
            """)
    void whatCannotBeIsRefusedWithTheFix(String member, String error) {
        var compilation = Compiler.javac()
                .withProcessors(new MetamodelProcessor())
                .withOptions("-proc:only")
                .compile(JavaFileObjects.forSourceString("shop.Book", """
                        package shop;
                        import io.fluxalchemy.mapping.annotation.*;
                        import io.fluxalchemy.type.Range;
                        import jakarta.persistence.*;
                        import java.util.*;
                        @Entity class Book { @Id Long id; %s }
                        """.formatted(member)));
        assertThat(compilation.errors())
                .extracting(each -> each.getMessage(null))
                .containsExactly(error);
    }
}
