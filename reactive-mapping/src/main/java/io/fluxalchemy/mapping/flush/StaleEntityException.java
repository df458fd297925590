package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.error.FluxAlchemyException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were to be updated or deleted are no longer as this session read them: another transaction changed or deleted them.
 * The transaction cannot commit; run it again on fresh entities.
 */
public class StaleEntityException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient List<StaleRow> rows;

    public StaleEntityException(List<StaleRow> rows) {
        super(message(rows));
        this.rows = List.copyOf(rows);
    }

    /** The rows, as far as the database lets one find them; after deserialisation empty. */
    public List<StaleRow> rows() {
        return rows == null ? List.of() : rows;
    }

    private static String message(List<StaleRow> rows) {
        String shown = rows.stream().limit(SHOWN).map(StaleRow::toString).collect(Collectors.joining(", "));
        String more = rows.size() > SHOWN ? " and " + (rows.size() - SHOWN) + " more" : "";
        return shown + more + ": changed or deleted by another transaction since this session read it; "
                + "read again and repeat the change in a new transaction";
    }

    /**
     * One such row.
     *
     * @param entity the entity class
     * @param expectedVersion the version this session read; null for an entity without version
     */
    public record StaleRow(
            Class<?> entity, Object id, @Nullable Object expectedVersion) {

        @Override
        public String toString() {
            return entity.getSimpleName() + "#" + id
                    + (expectedVersion == null ? "" : " at version " + expectedVersion);
        }
    }
}
