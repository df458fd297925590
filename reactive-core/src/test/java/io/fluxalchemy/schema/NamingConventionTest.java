package io.fluxalchemy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingConventionTest {

    private static TableDefinition table(String column) {
        return new TableDefinition(
                TableName.of("a"),
                List.of(
                        new ColumnDefinition("id", Types.BIGINT, false, null),
                        new ColumnDefinition(column, Types.BIGINT, true, null)),
                List.of("id"),
                List.of(new ForeignKey(
                        null, List.of(column), TableName.of("a"), List.of("id"), ForeignKey.Action.CASCADE)),
                List.of(new UniqueConstraint("mine", List.of(column))),
                List.of(
                        new CheckConstraint(null, "1 = 1"),
                        new CheckConstraint("said", "2 = 2"),
                        new CheckConstraint(null, "3 = 3")),
                List.of(new Index(null, List.of("id", column), false)));
    }

    private static TableDefinition named(String column, NamingConvention convention) {
        return MetaData.of(List.of(table(column))).named(convention).tables().get(0);
    }

    @Test
    void whatHasANameKeepsIt() {
        TableDefinition named =
                named("b", NamingConvention.of().unique("uq_{columns}").check("ck_{table}_{number}"));
        assertThat(named.uniques()).extracting(UniqueConstraint::name).containsExactly("mine");
        assertThat(named.checks()).extracting(CheckConstraint::name).containsExactly("ck_a_1", "said", "ck_a_2");
    }

    @Test
    void whatNoTemplateIsGivenForIsLeftToTheDialect() {
        TableDefinition named = named("b", NamingConvention.of().foreignKey("fk_{table}_{columns}_{target}"));
        assertThat(named.keys())
                .containsExactly(new ForeignKey(
                        "fk_a_b_a", List.of("b"), TableName.of("a"), List.of("id"), ForeignKey.Action.CASCADE));
        assertThat(named.primaryKeyName()).isNull();
        assertThat(named.indexes()).isEqualTo(table("b").indexes());
    }

    @Test
    void longNamesAreCutAndStayDifferent() {
        NamingConvention convention = NamingConvention.of().index("ix_{table}_{columns}");
        String first = named("b".repeat(70), convention).indexes().get(0).name();
        String second = named("b".repeat(71), convention).indexes().get(0).name();
        assertThat(first).hasSize(63).startsWith("ix_a_id_bbb");
        assertThat(second).hasSize(63).isNotEqualTo(first);
    }

    @Test
    void aTemplateThatAsksForWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> NamingConvention.of().index("ix_{target}"))
                .isInstanceOf(StatementException.class)
                .hasMessage("the template 'ix_{target}' asks for {target}: known are [table, columns]");
    }

    @Test
    void textThatLooksLikeAReferenceOfAPatternIsText() {
        assertThat(named("b$1\\", NamingConvention.of().index("ix_$0_{columns}"))
                        .indexes()
                        .get(0)
                        .name())
                .isEqualTo("ix_$0_id_b$1\\");
    }
}
