package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.testkit.compliance.Books.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments, and what is written at the ends of a statement for one database. */
public abstract class RemarkSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected RemarkSuite(ComplianceTarget target) {
        super(target);
    }

    private static final String REMARK = "night job; */ drop table suite_draft ? :x --";

    @Test
    void aCommentChangesNothing() {
        assertRows(select(BOOKS.title).from(BOOKS).comment(REMARK).orderBy(BOOKS.id.asc()))
                .containsExactly("a", "b", "C", "d");
    }

    @Test
    void commandsAreRemarkedToo() {
        Books drafts = drafts();
        assertThat(written(insertInto(drafts).comment(REMARK).set(drafts.title, "e")))
                .isEqualTo(1);
        assertThat(written(insertInto(drafts)
                        .set(drafts.title, "e")
                        .upsert(drafts.title)
                        .comment(REMARK)
                        .suffix("none", "nonsense")))
                .isLessThanOrEqualTo(1);
        assertThat(written(update(drafts)
                        .comment(REMARK)
                        .prefix("mariadb", "low_priority")
                        .set(drafts.version, 2)
                        .where(drafts.title.eq("e"))))
                .isEqualTo(1);
        Books other = drafts.as("other");
        assertThat(written(deleteFrom(drafts)
                        .comment(REMARK)
                        .prefix("mariadb", "quick")
                        .using(other)
                        .where(drafts.id.eq(other.id), other.title.eq("e"))))
                .isEqualTo(1);
        assertRows(select(count()).from(drafts)).containsExactly(4L);
    }

    @Test
    void rowsOfARemarkedInsertComeBack() {
        Books drafts = drafts();
        whereTaken(
                "returning",
                insertInto(drafts)
                        .comment(REMARK)
                        .rows(List.of("f", "g"))
                        .set(drafts.title, title -> title)
                        .returning(drafts.title),
                rows -> rows.containsExactly("f", "g"));
    }
}
