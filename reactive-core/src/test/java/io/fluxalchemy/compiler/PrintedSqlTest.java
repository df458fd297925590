package io.fluxalchemy.compiler;

import static io.fluxalchemy.compiler.Authors.AUTHORS;
import static io.fluxalchemy.compiler.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.AnsiDialect;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.type.Types;
import org.junit.jupiter.api.Test;

/** The text of statements without a database. */
class PrintedSqlTest {

    private static final SqlPrinter ANSI = SqlPrinter.of(new AnsiDialect());

    private static final class Stock extends Table<Stock> {

        static final Stock STOCK = new Stock(Name.of("shop", "stock"));

        final NumericColumn<Long> id = bigint("id", primaryKey());

        private Stock(Name name) {
            super(name, Stock::new);
        }
    }

    @Test
    void aTableMayBelongToASchema() {
        assertThat(ANSI.sql(select(Stock.STOCK.id).from(Stock.STOCK))).isEqualTo("select id from shop.stock");
    }

    @Test
    void theSameQueryMayReadOtherColumns() {
        Select<String> names = select(AUTHORS.name).from(AUTHORS).where(AUTHORS.name.eq("x"));
        assertThat(ANSI.sql(names.withSelection(AUTHORS.id.selection())))
                .isEqualTo("select id from author where name = ?");
    }

    @Test
    void valuesAreWrittenAsLiteralsOnRequest() {
        assertThat(ANSI.inlined(update(BOOKS).set(BOOKS.title, "it's").where(BOOKS.year.lt(-3))))
                .isEqualTo("update book set title = 'it''s' where year < (-3)");
    }

    @Test
    void valuesOfSensitiveTypesAreMasked() {
        assertThat(ANSI.inlined(select(value(1))
                        .where(value("secret", Types.sensitive(Types.TEXT)).isNotNull())))
                .isEqualTo("select 1 where '***' is not null");
    }

    @Test
    void tablesOfTheQueryAroundAreLeftOutOfAnImpliedFromAsLongAsOneRemains() {
        Select<Long> pairs = select(AUTHORS.id)
                .from(AUTHORS)
                .where(exists(select(java.util.List.of(BOOKS.id, AUTHORS.id)).where(BOOKS.authorId.eq(AUTHORS.id))));
        assertThat(ANSI.sql(pairs))
                .isEqualTo("select author.id from author where exists"
                        + " (select book.id, author.id from book where book.author_id = author.id)");
        assertThat(ANSI.sql(select(AUTHORS.id).from(AUTHORS).where(exists(select(AUTHORS.id)))))
                .contains("exists (select author.id from author)");
    }

    @Test
    void tablesBesideASubQueryInFromAreSeenByLateralOnly() {
        Select<Long> books = select(BOOKS.id).from(BOOKS).where(BOOKS.authorId.eq(AUTHORS.id));
        assertThatThrownBy(() -> ANSI.sql(select(AUTHORS.id).from(AUTHORS).crossJoin(books.as("b"))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("lateral(");
        assertThat(ANSI.sql(select(AUTHORS.id).from(AUTHORS).crossJoin(books.lateral("b"))))
                .endsWith("cross join lateral (select book.id from book where book.author_id = author.id) as b");
    }

    @Test
    void aLockIsSaidBeforeHowToWaitForIt() {
        assertThatThrownBy(() -> select(AUTHORS.id).skipLocked())
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("forUpdate()");
    }

    @Test
    void rowsEqualToTheLastNeedAnOrder() {
        assertThatThrownBy(() -> ANSI.sql(select(value(1)).limitWithTies(1)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("orderBy");
    }
}
