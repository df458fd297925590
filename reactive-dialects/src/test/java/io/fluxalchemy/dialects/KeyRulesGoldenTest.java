package io.fluxalchemy.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.ForeignKey.Action;
import io.fluxalchemy.schema.ForeignKey.Rules;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.TableDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What foreign keys say beyond their columns, in every dialect. */
class KeyRulesGoldenTest {

    private static String key(Rules rules) {
        TableDefinition club = Clubs.CLUBS.definition();
        ForeignKey key = new ForeignKey("led_by", List.of("captain_id"), club.tableName(), List.of("id"), rules);
        TableDefinition led = new TableDefinition(
                club.tableName(), club.columns(), club.primaryKey(), List.of(key), List.of(), List.of(), List.of());
        return Golden.lines(compiler -> compiler.ddl(MetaData.of(List.of(led)).createAll())
                .get(0)
                .replaceFirst("^.*references club \\(id\\)", "…")
                .replaceFirst("\\)( character set.*)?$", ""));
    }

    @Test
    void whatAChangeOfTheKeyDoesStandsBehindWhatADeleteDoes() {
        assertThat(key(Rules.NONE.onUpdate(Action.CASCADE).onDelete(Action.SET_NULL)))
                .isEqualTo("""
                postgresql: … on delete set null on update cascade
                h2: … on delete set null on update cascade
                mariadb: … on delete set null on update cascade
                mysql: … on delete set null on update cascade
                sqlserver: … on delete set null on update cascade
                oracle: refused, the foreign key club[captain_id] cannot be created
                """);
    }

    @Test
    void toRefuseIsWhatEveryDatabaseDoes() {
        assertThat(key(Rules.NONE.onUpdate(Action.RESTRICT).onDelete(Action.RESTRICT)))
                .isEqualTo("""
                postgresql: … on delete restrict on update restrict
                h2: … on delete restrict on update restrict
                mariadb: … on delete restrict on update restrict
                mysql: … on delete restrict on update restrict
                sqlserver: …
                oracle: …
                """);
    }

    @Test
    void defaultsAreLeftBehindWhereTheDatabaseCan() {
        assertThat(key(Rules.NONE.onDelete(Action.SET_DEFAULT))).isEqualTo("""
                postgresql: … on delete set default
                h2: … on delete set default
                mariadb: refused, the foreign key club[captain_id] cannot be created
                mysql: refused, the foreign key club[captain_id] cannot be created
                sqlserver: … on delete set default
                oracle: refused, the foreign key club[captain_id] cannot be created
                """);
    }

    @Test
    void keysAreCheckedAtCommitWhereTheDatabaseCan() {
        assertThat(key(Rules.NONE.initiallyDeferred())).isEqualTo("""
                postgresql: … deferrable initially deferred
                h2: refused, the foreign key club[captain_id] cannot be created
                mariadb: refused, the foreign key club[captain_id] cannot be created
                mysql: refused, the foreign key club[captain_id] cannot be created
                sqlserver: refused, the foreign key club[captain_id] cannot be created
                oracle: … deferrable initially deferred
                """);
        assertThat(key(Rules.NONE.deferrable())).contains("postgresql: … deferrable\n");
    }

    @Test
    void aFullMatchStandsBeforeWhatADeleteDoes() {
        assertThat(key(Rules.NONE.matchFull().onDelete(Action.CASCADE).initiallyDeferred()))
                .isEqualTo("""
                postgresql: … match full on delete cascade deferrable initially deferred
                h2: refused, the foreign key club[captain_id] cannot be created
                mariadb: refused, the foreign key club[captain_id] cannot be created
                mysql: refused, the foreign key club[captain_id] cannot be created
                sqlserver: refused, the foreign key club[captain_id] cannot be created
                oracle: refused, the foreign key club[captain_id] cannot be created
                """);
    }
}
