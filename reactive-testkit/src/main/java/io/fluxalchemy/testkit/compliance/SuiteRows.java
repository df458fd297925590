package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.testkit.compliance.Items.ITEMS;

import io.fluxalchemy.engine.SqlExecutor;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Rows the suites begin with. */
final class SuiteRows {

    private SuiteRows() {}

    /** Items "item 001" … of price 1 …; every tenth has no price. */
    static Mono<Long> insertItems(SqlExecutor executor, int count) {
        return executor.execute(insertInto(ITEMS)
                .rows(IntStream.rangeClosed(1, count).boxed().toList())
                .set(ITEMS.title, SuiteRows::title)
                .set(ITEMS.price, number -> number % 10 == 0 ? null : number));
    }

    static String title(int number) {
        return String.format("item %03d", number);
    }
}
