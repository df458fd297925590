package io.fluxalchemy.dialects.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.compiler.BatchChunk;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.BatchShape;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresDialectTest {

    private static final class Notes extends Table<Notes> {

        static final Notes NOTES = new Notes(Name.of("note"));

        final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
        final TextColumn text = text("text");

        private Notes(Name name) {
            super(name, Notes::new);
        }
    }

    private final Dialect dialect = new PostgresDialect();

    private static Batch.Insert notes(int rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(new Object[] {"note " + i});
        }
        return new Batch.Insert(Notes.NOTES, List.of(Notes.NOTES.text), values, List.of(Notes.NOTES.id));
    }

    @Test
    void beforeVersion17RowsAreInsertedInOrderAndComeBackInOrder() {
        BatchChunk chunk =
                new SqlCompiler(dialect.forVersion(16), 8).prepare(notes(2)).get(0);
        assertThat(chunk.sql().text())
                .isEqualTo("insert into note (text) select s.c0 from unnest($1::text[]) with ordinality as s (c0, n)"
                        + " order by s.n returning id");
        assertThat(chunk.shape()).isEqualTo(BatchShape.IN_ORDER);
    }

    @Test
    void oneTextServesEveryNumberOfRows() {
        SqlCompiler compiler = new SqlCompiler(dialect, 8);
        List<BatchChunk> chunks = compiler.prepare(notes(25_000));
        assertThat(chunks).extracting(BatchChunk::firstRow).containsExactly(0, 10_000, 20_000);
        assertThat(chunks).extracting(BatchChunk::rowCount).containsExactly(10_000, 10_000, 5_000);
        compiler.prepare(notes(7));
        assertThat(compiler.statistics().compiled()).isEqualTo(1);
        List<?> last = (List<?>) chunks.get(2).sql().parameters().get(0).value();
        assertThat(last).hasSize(5_000);
        assertThat(last.get(0)).isEqualTo("note 20000");
    }

    @Test
    void aTransactionBeginsWithAllItsSettingsInOneText() {
        TransactionStart start = TransactionStart.PLAIN
                .isolation(Isolation.SERIALIZABLE)
                .readOnly(true)
                .deferrable(true)
                .lockTimeout(Duration.ofMillis(250))
                .transactionTimeout(Duration.ofSeconds(3));
        assertThat(dialect.transactions().begin(start))
                .containsExactly("begin isolation level serializable read only deferrable;"
                        + " set local lock_timeout = 250; set local transaction_timeout = 3000");
        assertThat(dialect.forVersion(16).transactions().begin(start))
                .containsExactly(
                        "begin isolation level serializable read only deferrable; set local lock_timeout = 250");
        assertThat(dialect.transactions().begin(TransactionStart.PLAIN)).containsExactly("begin");
    }

    @Test
    void errorsAreToldByTheirState() {
        assertThat(dialect.errorKind("23505", 0, null)).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
        assertThat(dialect.errorKind("40P01", 0, null)).isEqualTo(ErrorKind.DEADLOCK);
        assertThat(dialect.errorKind("57014", 0, "canceling statement due to statement timeout"))
                .isEqualTo(ErrorKind.STATEMENT_TIMEOUT);
        assertThat(dialect.errorKind("57014", 0, "canceling statement due to user request"))
                .isEqualTo(ErrorKind.CANCELLED);
        assertThat(dialect.errorKind("0A000", 0, "cached plan must not change result type"))
                .isEqualTo(ErrorKind.STALE_PLAN);
        assertThat(dialect.errorKind("08006", 0, null)).isEqualTo(ErrorKind.CONNECTION_LOST);
        assertThat(dialect.errorKind("22P02", 0, null)).isEqualTo(ErrorKind.DATA);
        assertThat(dialect.errorKind("XX000", 0, null)).isEqualTo(ErrorKind.OTHER);
    }

    @Test
    void listsWithoutAnArrayOfTheirOwnTravelAsText() {
        assertThat(new TextArrayType<>(Types.BYTES).toStorage(Arrays.asList(new byte[] {1, 0, -1}, null)))
                .isEqualTo(Arrays.asList("\\x0100ff", null));
        assertThat(new TextArrayType<>(Types.arrayOf(Types.TEXT))
                        .toStorage(List.of(Arrays.asList("a\"b", "c\\d", null, "NULL", "{,}"), List.of())))
                .isEqualTo(List.of("{\"a\\\"b\",\"c\\\\d\",NULL,\"NULL\",\"{,}\"}", "{}"));
    }

    @Test
    void aJsonKeyIsWrittenAsALiteralThatItCannotLeave() {
        assertThat(PostgresExpressions.INSTANCE.literal("it's")).isEqualTo("'it''s'");
        assertThat(PostgresExpressions.INSTANCE.literal("\\' or 1=1 --")).isEqualTo("E'\\\\'' or 1=1 --'");
    }
}
