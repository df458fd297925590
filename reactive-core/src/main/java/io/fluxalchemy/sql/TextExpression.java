package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.CollateNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text. In {@code like} and {@code ilike} the pattern is the caller's: {@code %} and {@code _} are wildcards, the backslash
 * takes their meaning away. {@code startsWith}, {@code endsWith} and {@code contains} look for the text as it is.
 */
public interface TextExpression extends ExpressionOf<String, TextExpression> {

    @Override
    default TextExpression with(Node node, @Nullable String label) {
        return new ComputedText(node, Widening.of(type()), label);
    }

    default Condition like(String pattern) {
        return Pattern.matches(BinaryOperator.LIKE, this, pattern, "like");
    }

    default Condition like(Expression<String> pattern) {
        return Comparison.of(BinaryOperator.LIKE, this, pattern);
    }

    /** As {@link #like(String)}, blind to upper and lower case. */
    default Condition ilike(String pattern) {
        return Pattern.matches(BinaryOperator.ILIKE, this, pattern, "ilike");
    }

    default Condition ilike(Expression<String> pattern) {
        return Comparison.of(BinaryOperator.ILIKE, this, pattern);
    }

    default Condition startsWith(String prefix) {
        return Pattern.matches(
                BinaryOperator.LIKE, this, Pattern.literal(this, prefix, "startsWith") + "%", "startsWith");
    }

    default Condition endsWith(String suffix) {
        return Pattern.matches(BinaryOperator.LIKE, this, "%" + Pattern.literal(this, suffix, "endsWith"), "endsWith");
    }

    default Condition contains(String part) {
        return Pattern.matches(
                BinaryOperator.LIKE, this, "%" + Pattern.literal(this, part, "contains") + "%", "contains");
    }

    /** As {@link #contains(String)}, blind to upper and lower case. */
    default Condition containsIgnoreCase(String part) {
        String pattern = "%" + Pattern.literal(this, part, "containsIgnoreCase") + "%";
        return Pattern.matches(BinaryOperator.ILIKE, this, pattern, "containsIgnoreCase");
    }

    default Condition startsWithIf(@Nullable String prefix) {
        return prefix == null ? Conditions.NEUTRAL : startsWith(prefix);
    }

    default Condition containsIf(@Nullable String part) {
        return part == null ? Conditions.NEUTRAL : contains(part);
    }

    default TextExpression lower() {
        return with(new FunctionNode(PortableFunction.LOWER, List.of(node())), null);
    }

    default TextExpression upper() {
        return with(new FunctionNode(PortableFunction.UPPER, List.of(node())), null);
    }

    /** Without the spaces around it. */
    default TextExpression trim() {
        return with(new FunctionNode(PortableFunction.TRIM, List.of(node())), null);
    }

    /** NULL where this is NULL. */
    default TextExpression concat(String more) {
        return with(new BinaryNode(BinaryOperator.CONCAT, node(), new ValueNode(Widening.text(type()), more)), null);
    }

    /** NULL where either is NULL. */
    default TextExpression concat(Expression<String> more) {
        return with(new BinaryNode(BinaryOperator.CONCAT, node(), more.node()), null);
    }

    /** Whether the regular expression, in the database's own syntax, is found anywhere in the text. */
    default Condition matches(String regex) {
        return Comparison.of(BinaryOperator.REGEXP, this, regex, "matches");
    }

    /**
     * Whether the database's full-text search finds these words: on PostgreSQL all of them, by the session's language; on MySQL and
     * MariaDB one of them, in a column that has a FULLTEXT index.
     */
    default Condition hasWords(String words) {
        return Conditions.of(new FunctionNode(
                PortableFunction.HAS_WORDS, List.of(node(), Comparison.value(this, words, "hasWords"))));
    }

    /** As {@link #matches}, blind to upper and lower case. */
    default Condition matchesIgnoreCase(String regex) {
        return Comparison.of(BinaryOperator.REGEXP_IGNORE_CASE, this, regex, "matchesIgnoreCase");
    }

    /** With every match of the regular expression replaced; how groups are referred to is the database's. */
    default TextExpression replaceMatches(String regex, String replacement) {
        return with(
                new FunctionNode(
                        PortableFunction.REPLACE_PATTERN,
                        List.of(
                                node(),
                                Comparison.value(this, regex, "replaceMatches"),
                                Comparison.value(this, replacement, "replaceMatches"))),
                null);
    }

    /** With every occurrence of a text replaced. */
    default TextExpression replace(String part, String replacement) {
        return with(
                new FunctionNode(
                        "replace",
                        List.of(
                                node(),
                                Comparison.value(this, part, "replace"),
                                Comparison.value(this, replacement, "replace"))),
                null);
    }

    /** The characters from a position on, counted from 1. */
    default TextExpression substring(int from) {
        return with(
                new FunctionNode(PortableFunction.SUBSTRING, List.of(node(), new ValueNode(Types.INTEGER, from))),
                null);
    }

    /** So many characters from a position on, counted from 1. */
    default TextExpression substring(int from, int length) {
        return with(
                new FunctionNode(
                        PortableFunction.SUBSTRING,
                        List.of(node(), new ValueNode(Types.INTEGER, from), new ValueNode(Types.INTEGER, length))),
                null);
    }

    /** Where the text begins in this one, counted from 1; 0 where it does not. */
    default NumericExpression<Integer> position(String part) {
        return new ComputedNumber<>(
                new FunctionNode(PortableFunction.POSITION, List.of(node(), Comparison.value(this, part, "position"))),
                Types.INTEGER,
                null);
    }

    /** Compared and ordered by a collation of the database, whose names differ between databases. */
    default TextExpression collate(String collation) {
        return with(new CollateNode(node(), Labels.require(collation)), null);
    }

    /** The number of characters; H2 counts one outside of the basic plane, such as an emoji, as two. */
    default NumericExpression<Integer> length() {
        return new ComputedNumber<>(new FunctionNode(PortableFunction.LENGTH, List.of(node())), Types.INTEGER, null);
    }
}
