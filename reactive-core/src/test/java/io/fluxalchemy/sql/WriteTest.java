package io.fluxalchemy.sql;

import static io.fluxalchemy.sql.Authors.AUTHORS;
import static io.fluxalchemy.sql.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.excluded;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.ValueNode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteTest {

    record Person(@Nullable String name, int born) {}

    private final List<Person> people = List.of(new Person("a", 1900), new Person(null, 1950));

    private static void refused(ThrowingCallable action, String... parts) {
        assertThatThrownBy(action).isInstanceOf(StatementException.class).hasMessageContainingAll(parts);
    }

    @Test
    void anInsertMayWriteNull() {
        String none = null;
        InsertTree tree = insertInto(AUTHORS)
                .set(AUTHORS.name, none)
                .setNull(AUTHORS.email)
                .tree();
        assertThat(tree.columns()).containsExactly("name", "email");
        assertThat(tree.rows().get(0)).allMatch(node -> ((ValueNode) node).value() == null);
    }

    @Test
    void aColumnIsSetOnceAndBelongsToTheTable() {
        refused(() -> insertInto(AUTHORS).set(AUTHORS.name, "a").set(AUTHORS.name, "b"), "author.name is set twice");
        refused(() -> update(AUTHORS).set(BOOKS.title, "x"), "book.title", "not one of author");
        refused(() -> update(AUTHORS.as("a")).set(AUTHORS.name, "x"), "author.name", "not one of author as a");
        refused(() -> insertInto(select(AUTHORS.id).as("t")), "insertInto(t)", "only tables");
    }

    @Test
    void manyRowsAreAStatementOrABatch() {
        InsertRows<Person> rows =
                insertInto(AUTHORS).rows(people).set(AUTHORS.name, Person::name).set(AUTHORS.born, Person::born);
        assertThat(rows.tree().rows()).hasSize(2);
        Batch.Insert batch = rows.batch();
        assertThat(batch.rows()).hasSize(2);
        assertThat(batch.rows().get(1)).containsExactly(null, 1950);
        assertThat(rows.returning(AUTHORS.id).batch()).isNotNull();
        assertThat(rows.returning(AUTHORS.id).batch().returning())
                .extracting(Column::name)
                .containsExactly("id");
        assertThat(rows.returning(AUTHORS.name.lower()).batch()).isNull();
        refused(() -> insertInto(AUTHORS).rows(people).tree(), "sets no column", "set(column, function)");
        refused(() -> rows.set(AUTHORS.name, Person::name), "set twice");
        refused(() -> insertInto(AUTHORS).set(AUTHORS.name, "x").rows(people), "rows(…) before any set(…)");
    }

    @Test
    void noRowIsAnInsertOfAQueryThatFindsNone() {
        InsertTree tree = insertInto(AUTHORS)
                .rows(List.<Person>of())
                .set(AUTHORS.name, Person::name)
                .tree();
        assertThat(tree.rows()).isEmpty();
        assertThat(tree.query()).isInstanceOf(SelectTree.class);
    }

    @Test
    void aQueryIsInsertedColumnByColumn() {
        refused(
                () -> insertInto(AUTHORS).select(select(BOOKS.title, BOOKS.id), AUTHORS.name),
                "selects 2 items",
                "1 columns");
        InsertTree tree = insertInto(AUTHORS)
                .select(select(BOOKS.title), AUTHORS.name)
                .onConflict(AUTHORS.name)
                .doNothing()
                .tree();
        assertThat(tree.query()).isNotNull();
        assertThat(tree.conflict().columns()).containsExactly("name");
    }

    @Test
    void anUpsertSaysWhatToDo() {
        Upsert upsert = insertInto(AUTHORS).set(AUTHORS.email, "x").onConflict(AUTHORS.email);
        refused(upsert::tree, "doNothing()", "doUpdate(column, value)");
        refused(() -> upsert.doNothing().doUpdate(AUTHORS.name, "x"), "exclude each other");
        refused(() -> upsert.doUpdate(AUTHORS.name, "x").doNothing(), "exclude each other");
        refused(() -> upsert.doNothing().where(AUTHORS.active).tree(), "no meaning");
        refused(() -> insertInto(AUTHORS).onConflict(), "unique constraint");
        refused(() -> excluded(AUTHORS.name.lower()), "excluded(lower(author.name))", "only a column");
        InsertTree tree = upsert.doUpdate(AUTHORS.name, excluded(AUTHORS.name).upper())
                .where(AUTHORS.born.isNull())
                .tree();
        assertThat(tree.conflict().updates()).hasSize(1);
        assertThat(tree.conflict().where()).isEqualTo(AUTHORS.born.isNull().node());
    }

    @Test
    void aWriteToEveryRowMustBeMeant() {
        Update update = update(AUTHORS).set(AUTHORS.active, true);
        refused(update::tree, "update(author)", "every row", "everyRow()");
        refused(() -> update.where(AUTHORS.nick.eqIf(null)).tree(), "no condition left");
        assertThat(update.everyRow().tree().where()).isNull();
        refused(() -> deleteFrom(AUTHORS).tree(), "deleteFrom(author)", "everyRow()");
        refused(() -> deleteFrom(AUTHORS).returning(AUTHORS.id), "everyRow()");
        assertThat(deleteFrom(AUTHORS).where(AUTHORS.active).tree().where()).isEqualTo(AUTHORS.active.node());
    }

    @Test
    void anUpdateSetsSomething() {
        refused(() -> update(AUTHORS).setIf(AUTHORS.nick, null).everyRow().tree(), "sets no column");
        assertThat(update(AUTHORS).setIf(AUTHORS.nick, "x").everyRow().tree().assignments())
                .hasSize(1);
    }

    @Test
    void returningMakesAQueryOfAWrite() {
        Returning<Long> ids = update(AUTHORS).set(AUTHORS.nick, "x").everyRow().returning(AUTHORS.id);
        assertThat(((io.fluxalchemy.sql.tree.UpdateTree) ids.tree()).returning())
                .containsExactly(new ItemTree(AUTHORS.id.node(), null));
        Returning<SqlRow> rows = deleteFrom(AUTHORS).everyRow().returning(AUTHORS.id, AUTHORS.name);
        assertThat(rows.selection().items()).hasSize(2);
    }
}
