package io.fluxalchemy.engine;

import static io.fluxalchemy.engine.Entries.verify;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A view that changes a setting of the session looks like any other to the typed language. */
class ResetAlwaysIT {

    private static final class Changes extends Table<Changes> {

        static final Changes CHANGES = new Changes(Name.of("changes"));

        final TextColumn setting = text("setting");

        private Changes(Name name) {
            super(name, Changes::new);
        }
    }

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Test
    void whatAViewChangedIsLeftToTheNextBorrowerUnlessEveryConnectionIsReset() {
        assertThat(seenByTheNextBorrower(false)).isEqualTo("changed");
        assertThat(seenByTheNextBorrower(true)).isNotEqualTo("changed");
    }

    private static String seenByTheNextBorrower(boolean resetAlways) {
        AsyncEngine engine = AsyncEngine.builder()
                .url(DATABASE.url())
                .maxSize(1)
                .resetAlways(resetAlways)
                .build();
        verify(
                engine.execute(
                        sql(
                                "create or replace view changes as select set_config('fluxalchemy.tenant', 'changed', false) as setting")));
        Integer first = pid(engine);
        assertThat(engine.one(select(Changes.CHANGES.setting)).block(Entries.SOON))
                .isEqualTo("changed");
        String seen = engine.one(sql("select coalesce(current_setting('fluxalchemy.tenant', true), '') as s")
                        .as(String.class))
                .block(Entries.SOON);
        assertThat(pid(engine)).as("a reset keeps the connection").isEqualTo(first);
        verify(engine.close());
        return seen;
    }

    private static Integer pid(AsyncEngine engine) {
        return engine.one(sql("select pg_backend_pid() as pid").as(Integer.class))
                .block(Entries.SOON);
    }
}
