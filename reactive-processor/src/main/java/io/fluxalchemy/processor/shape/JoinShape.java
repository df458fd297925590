package io.fluxalchemy.processor.shape;

/**
 * A foreign-key column.
 *
 * @param member what the column is called beside its relation: attribute and referenced attribute, such as {@code authorId}
 */
public record JoinShape(String member, String column, String referenced, ColumnType type) {}
