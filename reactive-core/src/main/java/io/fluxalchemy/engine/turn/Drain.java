package io.fluxalchemy.engine.turn;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/**
 * The rest of an exchange whose subscriber has gone. The result is read to its end, unseen, or the driver is told to end it;
 * what takes longer than allowed is stopped on the server, and what does not end even then costs the connection. Nothing else
 * runs on the connection before this has ended.
 */
final class Drain {

    private static final int ENDED = 1;
    private static final int CANCEL_SENT = 2;
    private static final int CANCEL_OVER = 4;
    private static final int FINISHED = 8;

    private final Turn turn;
    private final Ticket<?> ticket;
    private final Subscription upstream;
    private final boolean stream;
    private final AtomicInteger flags = new AtomicInteger();
    private final Disposable.Swap timer = Disposables.swap();
    private volatile @Nullable Throwable failure;

    Drain(Turn turn, Ticket<?> ticket, Subscription upstream, boolean stream) {
        this.turn = turn;
        this.ticket = ticket;
        this.upstream = upstream;
        this.stream = stream;
    }

    void start() {
        if (stream && turn.wire().endsOnCancel()) {
            upstream.cancel();
            turn.wire().fence().subscribe(nothing -> {}, this::exchangeEnded, () -> exchangeEnded(null));
        } else {
            upstream.request(Long.MAX_VALUE);
        }
        if (turn.isHurried()) {
            stopOnServer();
        } else {
            after(turn.limits().drain(), this::stopOnServer);
        }
    }

    /** The server has answered to the end. */
    void exchangeEnded(@Nullable Throwable error) {
        if (error != null) {
            failure = error;
        }
        mark(ENDED);
    }

    void stopOnServer() {
        int before = flags.getAndUpdate(f -> (f & (ENDED | CANCEL_SENT)) == 0 ? f | CANCEL_SENT : f);
        if ((before & (ENDED | CANCEL_SENT)) != 0) {
            return;
        }
        after(turn.limits().stop(), this::giveUp);
        if (turn.wire().canCancel()) {
            turn.wire().cancel().subscribe(nothing -> {}, e -> mark(CANCEL_OVER), () -> mark(CANCEL_OVER));
        } else {
            mark(CANCEL_OVER);
        }
    }

    private void giveUp() {
        if ((flags.getAndUpdate(f -> f | FINISHED) & FINISHED) == 0) {
            turn.wire().abandon();
            upstream.cancel();
            turn.doom(new IllegalStateException(
                    "a cancelled statement did not end in time; its connection was given up"));
            ticket.drained();
        }
    }

    private void mark(int flag) {
        int now = flags.updateAndGet(f -> f | flag);
        boolean over = (now & ENDED) != 0 && ((now & CANCEL_SENT) == 0 || (now & CANCEL_OVER) != 0);
        if (over && (flags.getAndUpdate(f -> f | FINISHED) & FINISHED) == 0) {
            timer.dispose();
            Throwable error = failure;
            if (error != null) {
                turn.doom(error);
            }
            ticket.drained();
        }
    }

    private void after(Duration delay, Runnable task) {
        timer.update(Schedulers.parallel().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS));
    }
}
