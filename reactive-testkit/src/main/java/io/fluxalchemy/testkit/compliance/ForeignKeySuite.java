package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.schema.ForeignKey.Action.CASCADE;
import static io.fluxalchemy.schema.ForeignKey.Action.SET_DEFAULT;
import static io.fluxalchemy.schema.ForeignKey.Action.SET_NULL;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.error.ForeignKeyViolationException;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.ForeignKey.Rules;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Insert;
import io.fluxalchemy.sql.NumericColumn;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a foreign key does when the row it refers to goes or changes, and when it is checked. */
public abstract class ForeignKeySuite extends ComplianceSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected ForeignKeySuite(ComplianceTarget target) {
        super(target);
    }

    private static final class Places extends Table<Places> {

        static final Places PLACES = new Places(Name.of("suite_place"));

        final NumericColumn<Integer> country = integer("country", primaryKey());
        final NumericColumn<Integer> number = integer("number", primaryKey());

        private Places(Name name) {
            super(name, Places::new);
        }
    }

    /** Stays at a place; the rules of its key are the test's. */
    private static final class Stays extends Table<Stays> {

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final NumericColumn<Integer> country = integer("country", defaultTo("9"));
        final NumericColumn<Integer> number = integer("number", defaultTo("9"));

        Stays(Rules rules) {
            this(Name.of("suite_stay"), rules);
        }

        private Stays(Name name, Rules rules) {
            super(name, other -> new Stays(other, rules));
            references(List.of(country, number), () -> List.of(Places.PLACES.country, Places.PLACES.number), rules);
        }
    }

    private static final Places PLACES = Places.PLACES;

    /** Whether there are now tables with such a key; where the dialect lacks the feature, they are refused by its name. */
    private boolean made(Stays stays, Feature... needed) {
        MetaData tables = MetaData.of(PLACES, stays);
        for (Feature feature : needed) {
            if (!dialect().supports(feature)) {
                assertThatThrownBy(() -> renew(tables))
                        .isInstanceOf(StatementException.class)
                        .hasMessageContaining("the foreign key suite_stay[country, number] cannot be created")
                        .hasMessageContaining(dialect().name() + " does not have " + feature.description());
                return false;
            }
        }
        renew(tables);
        return true;
    }

    private void places(int... numbers) {
        for (int number : numbers) {
            written(insertInto(PLACES).set(PLACES.country, number).set(PLACES.number, number));
        }
    }

    private static Insert stay(Stays stays, int id, int place) {
        return insertInto(stays).set(stays.id, id).set(stays.country, place).set(stays.number, place);
    }

    @Test
    void aKeyThatChangesTakesItsRowsAlongAndARowThatGoesTakesThemToo() {
        Stays stays = new Stays(Rules.NONE.onUpdate(CASCADE).onDelete(CASCADE));
        if (made(stays, Feature.KEY_UPDATES)) {
            places(1, 2);
            written(stay(stays, 1, 1));
            written(stay(stays, 2, 2));
            written(update(PLACES).set(PLACES.number, 7).where(PLACES.number.eq(1)));
            assertRows(select(stays.number).from(stays).orderBy(stays.id.asc())).containsExactly(7, 2);
            written(deleteFrom(PLACES).where(PLACES.number.eq(2)));
            assertRows(select(stays.number).from(stays)).containsExactly(7);
        }
    }

    @Test
    void aKeyThatChangesLeavesNullsBehind() {
        Stays stays = new Stays(Rules.NONE.onUpdate(SET_NULL).onDelete(SET_NULL));
        if (made(stays, Feature.KEY_UPDATES)) {
            places(1, 2);
            written(stay(stays, 1, 1));
            written(stay(stays, 2, 2));
            written(update(PLACES).set(PLACES.number, 7).where(PLACES.number.eq(1)));
            written(deleteFrom(PLACES).where(PLACES.number.eq(2)));
            assertRows(select(count()).from(stays).where(stays.country.isNull(), stays.number.isNull()))
                    .containsExactly(2L);
        }
    }

    @Test
    void aKeyThatChangesLeavesDefaultsBehind() {
        Stays stays = new Stays(Rules.NONE.onUpdate(SET_DEFAULT).onDelete(SET_DEFAULT));
        if (made(stays, Feature.KEY_UPDATES, Feature.KEY_DEFAULTS)) {
            places(1, 2, 9);
            written(stay(stays, 1, 1));
            written(stay(stays, 2, 2));
            written(update(PLACES).set(PLACES.number, 7).where(PLACES.number.eq(1)));
            written(deleteFrom(PLACES).where(PLACES.number.eq(2)));
            assertRows(select(stays.number).from(stays)).containsExactly(9, 9);
        }
    }

    @Test
    void aKeyCheckedAtCommitLetsRowsComeInAnyOrder() {
        Stays stays = new Stays(Rules.NONE.initiallyDeferred());
        if (made(stays, Feature.DEFERRABLE_KEYS)) {
            await(engine().transaction(c -> c.execute(stay(stays, 1, 1))
                    .then(c.execute(insertInto(PLACES).set(PLACES.country, 1).set(PLACES.number, 1)))));
            assertRows(select(stays.number).from(stays)).containsExactly(1);
        }
    }

    @Test
    void whatCommitFindsIsTheErrorOfTheTransactionAndNothingIsStored() {
        Stays stays = new Stays(Rules.NONE.initiallyDeferred());
        if (made(stays, Feature.DEFERRABLE_KEYS)) {
            AtomicBoolean written = new AtomicBoolean();
            StepVerifier.create(engine().transaction(
                                    c -> c.execute(stay(stays, 1, 1)).doOnNext(rows -> written.set(rows == 1))))
                    .expectErrorSatisfies(error -> {
                        assertThat(error).isInstanceOf(ForeignKeyViolationException.class);
                        assertThat(((ForeignKeyViolationException) error)
                                        .place()
                                        .constraint())
                                .isEqualTo("suite_stay_country_number_fkey");
                    })
                    .verify(PATIENCE);
            assertThat(written).isTrue();
            assertRows(select(count()).from(stays)).containsExactly(0L);
        }
    }

    @Test
    void aDeferrableKeyIsCheckedAtOnceUnlessATransactionSaysOtherwise() {
        Stays stays = new Stays(Rules.NONE.deferrable());
        if (made(stays, Feature.DEFERRABLE_KEYS)) {
            AtomicBoolean committing = new AtomicBoolean();
            StepVerifier.create(engine().transaction(
                                    c -> c.execute(stay(stays, 1, 1)).doOnSuccess(rows -> committing.set(true))))
                    .expectError(ForeignKeyViolationException.class)
                    .verify(PATIENCE);
            assertThat(committing).isFalse();
            await(engine().transaction(c -> deferred(c)
                    .then(c.execute(stay(stays, 1, 1)))
                    .then(c.execute(insertInto(PLACES).set(PLACES.country, 1).set(PLACES.number, 1)))));
            assertRows(select(stays.number).from(stays)).containsExactly(1);
        }
    }

    private static Mono<Long> deferred(AsyncConnection connection) {
        return connection.execute(sql("set constraints all deferred"));
    }

    @Test
    void aFullMatchHasNoHalfKeys() {
        Stays half = new Stays(Rules.NONE);
        made(half);
        written(insertInto(half).set(half.id, 1).set(half.country, 1).setNull(half.number));
        Stays full = new Stays(Rules.NONE.matchFull());
        if (made(full, Feature.FULL_MATCH_KEYS)) {
            written(insertInto(full).set(full.id, 1).setNull(full.country).setNull(full.number));
            StepVerifier.create(engine().execute(insertInto(full)
                            .set(full.id, 2)
                            .set(full.country, 1)
                            .setNull(full.number)))
                    .expectError(ForeignKeyViolationException.class)
                    .verify(PATIENCE);
        }
    }
}
