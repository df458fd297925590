package io.fluxalchemy.mapping.load;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReader;
import io.fluxalchemy.sql.RowValues;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a stream into one small scope per window, so that memory does not grow with the stream. */
final class WindowRows implements EntityReader {

    private final LoadScope session;
    private final Function<LoadScope, EntityRows> reading;
    private final int most;
    private LoadScope window;
    private LoadScope complete;
    private EntityRows rows;
    private int lastFrom;

    private WindowRows(LoadScope session, Function<LoadScope, EntityRows> reading, int most) {
        this.session = session;
        this.reading = reading;
        this.most = most;
        this.window = session.window();
        this.complete = window;
        this.rows = reading.apply(window);
    }

    /** Windows whose ends the caller tells by asking for the {@link #next()}. */
    static WindowRows told(LoadScope session) {
        return new WindowRows(session, window -> new EntityRows(window, false), Integer.MAX_VALUE);
    }

    /**
     * Windows that end by themselves, between two rows.
     *
     * @param reading how the rows of a window are read
     * @param most how many entities a window has before the next row begins another
     */
    static WindowRows passing(LoadScope session, Function<LoadScope, EntityRows> reading, int most) {
        return new WindowRows(session, reading, most);
    }

    /** The scope of the window that has just been read; the next row begins another. Where all rows came at once, it is one scope. */
    LoadScope next() {
        if (window.map().size() > 0) {
            complete = window;
            begin();
        }
        return complete;
    }

    private void begin() {
        window = session.window();
        rows = reading.apply(window);
    }

    /** The entities of a row are read from left to right. */
    @Override
    public <E> @Nullable E read(EntityModel<E> model, RowValues row, int from) {
        if (from <= lastFrom && window.map().size() >= most) {
            begin();
        }
        lastFrom = from;
        return rows.read(model, row, from);
    }
}
