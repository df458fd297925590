package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReader;
import io.fluxalchemy.sql.RowValues;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a stream into one small scope per window, so that memory does not grow with the stream. */
final class WindowRows implements EntityReader {

    private final LoadScope session;
    private LoadScope window;
    private LoadScope complete;
    private EntityRows rows;

    WindowRows(LoadScope session) {
        this.session = session;
        this.window = session.window();
        this.complete = window;
        this.rows = new EntityRows(window, false);
    }

    /** The scope of the window that has just been read; the next row begins another. Where all rows came at once, it is one scope. */
    LoadScope next() {
        if (window.map().size() > 0) {
            complete = window;
            window = session.window();
            rows = new EntityRows(window, false);
        }
        return complete;
    }

    @Override
    public <E> @Nullable E read(EntityModel<E> model, RowValues row, int from) {
        return rows.read(model, row, from);
    }
}
