package io.fluxalchemy.mapping.model;

import io.fluxalchemy.type.SqlType;

/**
 * A foreign-key column.
 *
 * @param name of the column that refers
 * @param referenced the column it refers to
 * @param type of both
 */
public record JoinColumnModel(String name, String referenced, SqlType<?> type) {}
