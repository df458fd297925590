package io.fluxalchemy.mapping.model;

import io.fluxalchemy.sql.tree.TableName;
import java.util.List;

/** The link table of a many-to-many: the columns that refer to the owner, and those that refer to the target. */
public record JoinTableModel(TableName table, List<JoinColumnModel> ownerColumns, List<JoinColumnModel> targetColumns) {
    public JoinTableModel {
        ownerColumns = List.copyOf(ownerColumns);
        targetColumns = List.copyOf(targetColumns);
    }
}
