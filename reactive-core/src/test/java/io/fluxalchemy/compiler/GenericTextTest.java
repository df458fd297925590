package io.fluxalchemy.compiler;

import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Lookup;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenericTextTest {

    private static final class People extends Table<People> {

        static final People PEOPLE = new People(Name.of("person"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final TextColumn name = text("name");

        private People(Name name) {
            super(name, People::new);
        }
    }

    private static final People PEOPLE = People.PEOPLE;

    @Test
    void queriesAreShownWithoutTheirValues() {
        assertThat(select(PEOPLE.name)
                        .from(PEOPLE)
                        .where(PEOPLE.name.eq("secret"))
                        .limit(3))
                .hasToString("select name from person where name = ? fetch first ? rows only");
        assertThat(select(PEOPLE.name, PEOPLE.id).from(PEOPLE)).hasToString("select name, id from person");
        assertThat(Lookup.of(id -> select(PEOPLE.name).from(PEOPLE).where(PEOPLE.name.eq(PEOPLE.name)))
                        .with(7))
                .hasToString("select name from person where name = name");
        assertThat(sql("select :a").bind("a", "secret")).hasToString("select ?");
        assertThat(sql("select :a").bind("a", "secret").rows()).hasToString("select ?");
    }

    @Test
    void commandsAreShownWithoutTheirValues() {
        assertThat(insertInto(PEOPLE).set(PEOPLE.name, "secret")).hasToString("insert into person (name) values (?)");
        assertThat(update(PEOPLE).set(PEOPLE.name, "secret").where(PEOPLE.id.eq(1)))
                .hasToString("update person set name = ? where id = ?");
        assertThat(deleteFrom(PEOPLE).everyRow()).hasToString("delete from person");
        assertThat(insertInto(PEOPLE).rows(List.of("a", "b")).set(PEOPLE.name, each -> each))
                .hasToString("insert into person (name) values (?), (?)");
        assertThat(insertInto(PEOPLE).set(PEOPLE.name, "a").returning(PEOPLE.id).toString())
                .startsWith("insert into person (name) values (?)");
    }

    @Test
    void whatIsWrongIsToldInsteadOfThrown() {
        assertThat(update(PEOPLE).set(PEOPLE.name, "secret").toString())
                .startsWith("Update: ")
                .doesNotContain("secret");
        assertThat(sql("select :a").toString()).startsWith("SqlText: ");
    }
}
