package io.fluxalchemy.engine.pool;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The connections of one purpose, and how many scopes have or want one of them. */
final class Shelf {

    private final Stock stock;
    private final AtomicInteger claims = new AtomicInteger();

    Shelf(Stock stock) {
        this.stock = stock;
    }

    Stock stock() {
        return stock;
    }

    /** Whether a connection is there, or may be opened now, for one who stands aside. */
    boolean isWorthAsking(@Nullable Redial redial) {
        if (redial == null || redial.isDue()) {
            return true;
        }
        PoolFigures figures = stock.figures();
        return figures != null && figures.idle() > 0;
    }

    /** How many connections there can be; null where nobody knows. */
    @Nullable
    Integer most() {
        PoolFigures figures = stock.figures();
        return figures == null ? null : figures.most();
    }

    /** One more scope wants or has a connection; false where it may not wait and none is to spare. */
    boolean claim(boolean mayWait) {
        Integer most = mayWait ? null : most();
        if (most == null) {
            claims.incrementAndGet();
            return true;
        }
        return claims.getAndUpdate(n -> n < most ? n + 1 : n) < most;
    }

    void unclaim() {
        claims.decrementAndGet();
    }

    int claims() {
        return claims.get();
    }

    boolean isUnclaimed() {
        return claims.get() == 0;
    }
}
