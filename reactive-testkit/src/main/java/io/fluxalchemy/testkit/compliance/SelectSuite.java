package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Items.ITEMS;
import static io.fluxalchemy.testkit.compliance.Makers.MAKERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.NoRowException;
import io.fluxalchemy.error.TooManyRowsException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Reading rows: conditions, order, limits, joins, groups, sub-queries. */
public abstract class SelectSuite extends WritingSuite {

    private static final int ROWS = 30;

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected SelectSuite(ComplianceTarget target) {
        super(target);
    }

    /** A maker and its number of items. */
    record Output(String maker, long items) {}

    @BeforeEach
    void insertRows() {
        await(SuiteRows.insertItems(engine(), ROWS));
    }

    @Test
    void limitAndOffsetCutAnOrderedResult() {
        assertThat(titles(select(ITEMS.title)
                        .from(ITEMS)
                        .orderBy(ITEMS.title.desc())
                        .limit(3)
                        .offset(2)))
                .containsExactly("item 028", "item 027", "item 026");
    }

    @Test
    void anOffsetNeedsNoLimit() {
        assertThat(titles(select(ITEMS.title)
                        .from(ITEMS)
                        .orderBy(ITEMS.title.asc())
                        .offset(28)))
                .containsExactly("item 029", "item 030");
    }

    @Test
    void inTakesNoneOneAndThousandsOfValues() {
        assertThat(titles(select(ITEMS.title).from(ITEMS).where(ITEMS.price.in(List.of()))))
                .isEmpty();
        assertThat(titles(select(ITEMS.title).from(ITEMS).where(ITEMS.price.in(7))))
                .containsExactly("item 007");
        assertThat(titles(select(ITEMS.title)
                        .from(ITEMS)
                        .where(ITEMS.price.in(
                                IntStream.rangeClosed(25, 3000).boxed().toList()))
                        .orderBy(ITEMS.title.asc())))
                .containsExactly("item 025", "item 026", "item 027", "item 028", "item 029");
        assertThat(titles(select(ITEMS.title).from(ITEMS).where(ITEMS.price.notIn(List.of()))))
                .hasSize(ROWS);
    }

    @Test
    void joinsFollowTheForeignKey() {
        Long ada =
                awaitOne(engine().one(insertInto(MAKERS).set(MAKERS.name, "Ada").returning(MAKERS.id)));
        await(engine().execute(insertInto(MAKERS).set(MAKERS.name, "Bob")));
        await(engine().execute(insertInto(ITEMS).set(ITEMS.title, "engine").set(ITEMS.makerId, ada)));
        assertThat(awaitOne(engine().all(select(MAKERS.name, count(ITEMS.id))
                        .into(Output::new)
                        .from(MAKERS)
                        .leftJoin(ITEMS)
                        .groupBy(MAKERS.name)
                        .orderBy(MAKERS.name.asc()))))
                .containsExactly(new Output("Ada", 1), new Output("Bob", 0));
        assertThat(awaitOne(engine().all(select(MAKERS.name)
                        .from(MAKERS)
                        .where(exists(select(ITEMS.id).from(ITEMS).where(ITEMS.makerId.eq(MAKERS.id)))))))
                .containsExactly("Ada");
    }

    @Test
    void groupsAreFilteredByHaving() {
        assertThat(awaitOne(engine().all(select(ITEMS.price, count(ITEMS.id))
                        .into((price, n) -> n)
                        .from(ITEMS)
                        .groupBy(ITEMS.price)
                        .having(count(ITEMS.id).gt(1)))))
                .containsExactly(3L);
    }

    @Test
    void aSubQueryIsAValueOfIn() {
        assertThat(titles(select(ITEMS.title)
                        .from(ITEMS)
                        .where(ITEMS.price.in(select(max(ITEMS.price)).from(ITEMS)))))
                .containsExactly("item 029");
    }

    @Test
    void countAndExistsLookAtTheRowsOfTheQuery() {
        StepVerifier.create(Mono.zip(
                        engine().count(select(ITEMS.id).from(ITEMS).where(ITEMS.price.isNotNull())),
                        engine().exists(select(ITEMS.id).from(ITEMS).where(ITEMS.price.eq(-1)))))
                .assertNext(both -> {
                    assertThat(both.getT1()).isEqualTo(27L);
                    assertThat(both.getT2()).isFalse();
                })
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void oneIsExactlyOne() {
        StepVerifier.create(engine().one(select(ITEMS.id).from(ITEMS).where(ITEMS.price.eq(-1))))
                .expectError(NoRowException.class)
                .verify(PATIENCE);
        StepVerifier.create(engine().one(select(ITEMS.id).from(ITEMS)))
                .expectError(TooManyRowsException.class)
                .verify(PATIENCE);
        StepVerifier.create(engine().oneOrEmpty(select(ITEMS.id).from(ITEMS).where(ITEMS.price.eq(-1))))
                .expectComplete()
                .verify(PATIENCE);
    }

    private List<String> titles(io.fluxalchemy.sql.Query<String> query) {
        return awaitOne(engine().all(query));
    }
}
