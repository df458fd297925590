package io.fluxalchemy.dialects.mysql;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.BatchChunk;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.TextColumn;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Without RETURNING only the key that one inserted row counts up can be told, and nothing else is taken for it. */
class MySqlKeyTest {

    private static final class Pets extends Table<Pets> {

        static final Pets PETS = new Pets(Name.of("pet"));

        final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
        final TextColumn name = varchar("name", 20, notNull(), unique());

        private Pets(Name name) {
            super(name, Pets::new);
        }
    }

    private static final Pets PETS = Pets.PETS;

    private final SqlCompiler compiler = new SqlCompiler(new MySqlDialect(), 8);

    @Test
    void theDriverIsAskedForTheKeyOfOneRow() {
        Query<Long> one = insertInto(PETS).set(PETS.name, "Rex").returning(PETS.id);
        assertThat(compiler.prepare(one).text()).isEqualTo("insert into pet (name) values (?)");
        assertThat(compiler.prepare(one).compiled().generatedKey()).isEqualTo("id");
        assertThat(compiler.prepare(insertInto(PETS).set(PETS.name, "Rex"))
                        .compiled()
                        .generatedKey())
                .as("the same text that asks for nothing is another statement")
                .isNull();
    }

    @Test
    void rowsThatAskForTheirKeysGoOneByOne() {
        Batch.Insert batch = Objects.requireNonNull(insertInto(PETS)
                .rows(List.of("Rex", "Tom"))
                .set(PETS.name, name -> name)
                .returning(PETS.id)
                .batch());
        List<BatchChunk> chunks = compiler.prepare(batch);
        assertThat(chunks).extracting(BatchChunk::rowCount).containsExactly(1, 1);
        assertThat(chunks.get(0).sql().compiled().generatedKey()).isEqualTo("id");
    }

    @Test
    void whatIsNoKeyOfOneRowIsRefused() {
        var insert = insertInto(PETS).set(PETS.name, "Rex");
        refused(insert.returning(PETS.name));
        refused(insert.returning(PETS.id, PETS.name));
        refused(insert.upsert(PETS.name).returning(PETS.id));
        refused(insertInto(PETS)
                .select(select(PETS.as("p").name).from(PETS.as("p")), PETS.name)
                .returning(PETS.id));
        refused(deleteFrom(PETS).everyRow().returning(PETS.id));
        Batch.Insert names = Objects.requireNonNull(insertInto(PETS)
                .rows(List.of("Rex", "Tom"))
                .set(PETS.name, name -> name)
                .returning(PETS.name)
                .batch());
        assertThatThrownBy(() -> compiler.prepare(names))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("mysql does not have returning");
    }

    private void refused(Query<?> query) {
        assertThatThrownBy(() -> compiler.prepare(query))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("mysql does not have returning");
    }
}
