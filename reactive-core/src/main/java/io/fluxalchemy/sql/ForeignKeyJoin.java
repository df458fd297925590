package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.ForeignKeyRef;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the one foreign key that joins a table to those in FROM. */
final class ForeignKeyJoin {

    private record Candidate(TableSource from, ForeignKeyRef key, TableSource to) {

        Node condition() {
            return Conditions.join(
                    true,
                    IntStream.range(0, key.columns().size())
                            .mapToObj(this::pair)
                            .toList());
        }

        private Node pair(int i) {
            return new BinaryNode(
                    BinaryOperator.EQ,
                    new ColumnNode(from, key.columns().get(i)),
                    new ColumnNode(to, key.targetColumns().get(i)));
        }

        @Override
        public String toString() {
            return from.qualifier() + "(" + String.join(", ", key.columns()) + ") -> " + to.qualifier() + "("
                    + String.join(", ", key.targetColumns()) + ")" + (key.name() == null ? "" : " by " + key.name());
        }
    }

    private ForeignKeyJoin() {}

    static JoinStep of(TableExpression table, FromClause from) {
        List<TableExpression> others = from.tables().stream()
                .filter(other -> !other.source().equals(table.source()))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        if (table.source() instanceof TableSource joined) {
            for (TableExpression other : others) {
                if (other.source() instanceof TableSource present) {
                    collect(joined, present, candidates);
                    collect(present, joined, candidates);
                }
            }
        }
        if (candidates.size() != 1) {
            throw new StatementException(message(table, others, candidates));
        }
        return new JoinStep(table, Conditions.of(candidates.get(0).condition()));
    }

    private static void collect(TableSource from, TableSource to, List<Candidate> candidates) {
        for (ForeignKeyRef key : from.table().foreignKeys()) {
            if (key.target().equals(to.table().tableName())) {
                candidates.add(new Candidate(from, key, to));
            }
        }
    }

    private static String message(TableExpression table, List<TableExpression> others, List<Candidate> candidates) {
        String name = table.qualifier();
        String fix = "; say the condition: join(" + name + ", on)";
        if (others.isEmpty()) {
            return "join(" + name + "): there is no table to join it to; begin with from(…)";
        }
        if (candidates.isEmpty()) {
            return "join(" + name + "): no foreign key between " + name + " and "
                    + others.stream().map(TableExpression::qualifier).collect(Collectors.joining(", ")) + fix;
        }
        return "join(" + name + "): several foreign keys to choose from: "
                + candidates.stream().map(Candidate::toString).collect(Collectors.joining("; ")) + fix;
    }
}
